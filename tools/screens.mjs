// Opens the screens of the demo tenant in a browser without an extension.
import puppeteer from "puppeteer-core";
import { findBrowser } from "./browsers.mjs";
import { openTab, press, recordPath } from "./halo.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./halo.mjs").Vendor} Vendor */
/** @typedef {"read" | "edit"} Mode */
/** @typedef {"agent" | "role" | "application" | "ticket-type"} Kind */
/** @typedef {{ path: string, name?: string }} Place a record's address, and which one it is where a vendor has several */

/**
 * @typedef {object} Screen
 * @property {string} id as profiles name it
 * @property {string} path
 * @property {Mode[]} modes
 * @property {string} [record] which of several records of its kind
 * @property {string} [tab]
 */

/** @type {Record<Kind, string[]>} */
const TABS = {
  application: ["Details", "Permissions"],
  agent: ["Details", "Permissions", "Departments & Teams"],
  role: ["Details", "Permissions", "Departments & Teams"],
  "ticket-type": ["Details", "Defaults", "Field List"],
};

/** @type {Screen[]} */
const PAGES = [
  { id: "advanced-settings", path: "/config/advanced", modes: ["edit"] },
  { id: "api-details", path: "/config/integrations/api", modes: ["read"] },
];

/** Records that every tenant has; MSPbots uses the administrator and the role. */
const BUILT_IN = {
  agent: "/config/agents/agents?agentid=1",
  role: "/config/agents/roles?id=7d2f0c4e-51ab-4e0a-9c3d-000000000001",
  application: "/config/integrations/api/applications?id=7d2f0c4e-51ab-4e0a-9c3d-00000000000b",
  "ticket-type": "/config/tickets/tickettype?id=1",
};

/** Moovila alone has ticket types of its own. */
const MOOVILA_TICKET_TYPES = [
  { name: "project", path: "/config/tickets/tickettype?id=1021" },
  { name: "task", path: "/config/tickets/tickettype?id=1022" },
];

/**
 * The records that the vendor's document is about; the tenant's own where the vendor has none.
 * @param {Vendor} vendor
 * @param {string} state
 * @param {Kind} kind
 * @returns {Place[]}
 */
function placesOf(vendor, state, kind) {
  if (state === "none" || (vendor === "mspbots" && kind !== "application")) return [{ path: BUILT_IN[kind] }];
  if (kind !== "ticket-type") return [{ path: recordPath(vendor, kind) }];
  return vendor === "moovila" ? MOOVILA_TICKET_TYPES : [{ path: BUILT_IN[kind] }];
}

/** @param {string} tab */
const slug = (tab) => tab.toLowerCase().replace(/[^a-z]+/g, "-");

/**
 * The screens of a vendor's tenant, with the addresses of its records.
 * @param {Vendor} vendor
 * @param {string} state
 * @returns {Screen[]}
 */
export function screensOf(vendor, state) {
  const kinds = /** @type {Kind[]} */ (Object.keys(TABS));
  /** @param {Kind} kind @param {Place} place @returns {Screen[]} */
  const tabsOf = (kind, { path, name }) =>
    TABS[kind].map((tab) => ({
      id: `${kind}.${slug(tab)}`,
      path,
      tab,
      modes: ["read", "edit"],
      ...(name && { record: name }),
    }));
  const records = kinds.flatMap((kind) => placesOf(vendor, state, kind).flatMap((place) => tabsOf(kind, place)));
  return [...records, ...PAGES];
}

/** Starts Chromium with every `*.halopsa.com` on this machine. */
export async function launchPlain() {
  const executablePath = findBrowser("chromium");
  if (!executablePath) throw new Error("No Chromium was found. Install one, or name it in the variable CHROME.");
  return puppeteer.launch({
    executablePath,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1400, height: 900 },
    args: ["--host-resolver-rules=MAP *.halopsa.com 127.0.0.1", "--no-sandbox"],
  });
}

/**
 * Opens a screen of a vendor's tenant; `options` are the demo's own (demo/README.md).
 * @param {Page} page
 * @param {{ port: number, vendor: Vendor, screen: Screen, mode: Mode, options: string }} what
 */
export async function openScreen(page, { port, vendor, screen, mode, options }) {
  const url = new URL(screen.path, `https://demo.halopsa.com:${port}`);
  url.searchParams.set("demo", `seed:${vendor},${options}`);
  await page.goto(url.href);
  await page.waitForSelector(".details-group");
  if (!screen.tab) return;
  await openTab(page, screen.tab);
  if (mode === "read") return;
  await press(page, "Edit");
  await page.waitForSelector(".mandatory-hint");
}
