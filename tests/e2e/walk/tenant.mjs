// The ways through the demo tenant that an admin takes.
import { click, follow } from "../../../tools/halo.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./plan.mjs").Kind} Kind */

/** The links of the configuration menu that lead to the records of a kind, and the field that names one. */
const PLACES = {
  role: { links: ["/config/agents", "/config/agents/roles"], nameField: "Role Name" },
  agent: { links: ["/config/agents", "/config/agents/agents"], nameField: "Username" },
  application: { links: ["/config/integrations", "/config/integrations/api"], nameField: "Application Name" },
  "ticket-type": { links: ["/config/tickets", "/config/tickets/tickettype"], nameField: "Ticket Type Name" },
};

/** The screens of the tenant itself, which have no tabs. @type {Record<string, string[]>} */
const PAGES = {
  "advanced-settings": ["/config/advanced"],
  "api-details": ["/config/integrations", "/config/integrations/api"],
};

/** Fields that are there only once another one has this value. @type {Record<string, [string, string]>} */
export const APPEARS_WITH = { "Agent to log in as": ["Login Type", "Agent"] };

/** @type {Record<string, string>} */
const TABS = {
  details: "Details",
  permissions: "Permissions",
  "departments-teams": "Departments & Teams",
  defaults: "Defaults",
  "field-list": "Field List",
};

/** @param {Exclude<Kind, "tenant">} kind */
export const nameFieldOf = (kind) => PLACES[kind].nameField;

/** The tab that shows a screen; undefined for a page without tabs. @param {string} screen */
export const tabOf = (screen) => TABS[screen.split(".")[1] ?? ""];

/**
 * @param {Page} page
 * @param {Exclude<Kind, "tenant">} kind
 */
export async function openList(page, kind) {
  for (const link of PLACES[kind].links) await follow(page, link);
  if (kind === "application") await click(page, '//button[normalize-space() = "View Applications"]');
}

/**
 * @param {Page} page
 * @param {Exclude<Kind, "tenant">} kind
 */
export async function startNew(page, kind) {
  await openList(page, kind);
  await click(page, '//button[normalize-space() = "New"]');
}

/**
 * @param {Page} page
 * @param {Exclude<Kind, "tenant">} kind
 * @param {string} name
 */
export async function openRecord(page, kind, name) {
  await openList(page, kind);
  await click(page, `//*[contains(@class, "main-table")]//*[contains(@class, "rt-td")][. = "${name}"]`);
}

/**
 * @param {Page} page
 * @param {string} screen
 */
export async function openPage(page, screen) {
  for (const link of PAGES[screen] ?? []) await follow(page, link);
}
