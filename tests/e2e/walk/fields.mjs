// Sets a field of an edit form, whatever control it has, with real mouse and keyboard events.

import { pick, rowOf } from "../../../tools/halo.mjs";
import { addToList, chooseInRow } from "../../../tools/lists.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** Lists that grow by Add, by title. @param {string} field */
export const isList = (field) => ["Departments", "Teams", "Field List"].includes(field);

/**
 * The fields and lists that the open screen shows, by label or title. In one question: for Firefox, puppeteer's `$$eval`
 * fetches the elements one by one.
 * @param {Page} page
 */
export function fieldsOn(page) {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll(".details-group label, .details-group > .title"))
      .filter((element) => element.checkVisibility())
      .map((element) => (element.textContent ?? "").replace(/\s*\*\s*$/, "").trim()),
  );
}

/**
 * Sets a field to the wanted values: all of them where it takes several, else the highest, as a menu lists the highest
 * last; without any, whatever is offered first. Returns what it holds then.
 * @param {Page} page
 * @param {string} label
 * @param {string[]} values
 * @returns {Promise<string>}
 */
export async function setField(page, label, values) {
  const row = await page.waitForSelector(`::-p-xpath(${rowOf(label)})`, { visible: true });
  const control = await row?.waitForSelector(".Select__control, input, textarea");
  const kind = await control?.evaluate((element) => (element instanceof HTMLInputElement ? element.type : "select"));
  if (kind === "select") return pick(page, rowOf(label), values);
  await control?.click();
  if (kind === "checkbox") return "Yes";
  await page.keyboard.type(values.join());
  return values.join();
}

/**
 * Adds entries to a list of the form: the named ones, else the first that is offered; with a level where the list has one.
 * @param {Page} page
 * @param {string} title
 * @param {{ entries: string[], level: string | null }} wanted
 */
export async function addEntries(page, title, { entries, level }) {
  for (const entry of entries.length > 0 ? entries : [null]) {
    const added = await addToList(page, title, entry);
    if (level !== null) await chooseInRow(page, title, added, level);
  }
}
