// Opens the six screens of the demo tenant in a browser without an extension.
import puppeteer from "puppeteer-core";
import { findBrowser } from "../scripts/browsers.mjs";
import { openTab, press, recordPath } from "../tests/e2e/halo.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../tests/e2e/halo.mjs").Vendor} Vendor */
/** @typedef {import("../tests/e2e/halo.mjs").RecordKind} RecordKind */
/** @typedef {"read" | "edit"} Mode */

/** @type {RecordKind[]} */
const RECORDS = ["application", "agent", "role"];

/** The screens that the demo tenant has. */
export const SCREENS = RECORDS.flatMap((record) =>
  ["Details", "Permissions"].map((tab) => ({ id: `${record}.${tab.toLowerCase()}`, record, tab })),
);

/** MSPbots uses the administrator and the role that every tenant has. */
const BUILT_IN = {
  agent: "/config/agents/agents?agentid=1",
  role: "/config/agents/roles?id=7d2f0c4e-51ab-4e0a-9c3d-000000000001",
};

/**
 * The record that the vendor's document is about.
 * @param {Vendor} vendor
 * @param {RecordKind} record
 */
function pathOf(vendor, record) {
  return vendor === "mspbots" && record !== "application" ? BUILT_IN[record] : recordPath(vendor, record);
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
 * @param {{ port: number, vendor: Vendor, screen: typeof SCREENS[number], mode: Mode, options: string }} what
 */
export async function openScreen(page, { port, vendor, screen, mode, options }) {
  const url = new URL(pathOf(vendor, screen.record), `https://demo.halopsa.com:${port}`);
  url.searchParams.set("demo", `seed:${vendor},${options}`);
  await page.goto(url.href);
  await openTab(page, screen.tab);
  if (mode === "read") return;
  await press(page, "Edit");
  await page.waitForSelector(".mandatory-hint");
}
