// What an admin does with a list inside one of Halo's forms, with real mouse events.
import { click, pick } from "./halo.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** @param {string} title */
const group = (title) => `//*[contains(@class, "details-group")][*[contains(@class, "title")][. = "${title}"]]`;

/** @param {string} text the text of the row's first cell */
const row = (text) => `//*[contains(@class, "rt-tr-group")][.//*[contains(@class, "rt-td")][1][. = "${text}"]]`;

/**
 * Adds an entry to the list in the group with this title: Add, choose, then the panel's own Save.
 * @param {Page} page
 * @param {string} title Departments, Teams, Field List
 * @param {string | null} entry null for the first that is offered
 * @returns {Promise<string>} the entry
 */
export async function addToList(page, title, entry) {
  await click(page, `${group(title)}//button[contains(@class, "add-button")]`);
  const added = await pick(page, `${group(title)}//*[@class = "add-panel"]`, entry === null ? [] : [entry]);
  await click(page, `${group(title)}//*[@class = "add-panel"]//button[normalize-space() = "Save"]`);
  return added;
}

/**
 * Takes an entry out of the list in the group with this title: a row of a table, or a chip.
 * @param {Page} page
 * @param {string} title
 * @param {string} entry
 */
export async function removeFromList(page, title, entry) {
  const chip = `//*[contains(@class, "Select__multi-value")][*[1][. = "${entry}"]]`;
  const entries = [row(entry), chip].map((path) => `${group(title)}${path}//button[@title = "Remove"]`);
  await click(page, entries.join(" | "));
}

/**
 * Chooses a value in the select of a table's row.
 * @param {Page} page
 * @param {string} title
 * @param {string} entry
 * @param {string} value
 */
export async function chooseInRow(page, title, entry, value) {
  await pick(page, `${group(title)}${row(entry)}`, [value]);
}
