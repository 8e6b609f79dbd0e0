// What an admin does in Halo, with real mouse and keyboard events.

/** @typedef {import("puppeteer-core").Page} Page */

/** Records of the demo tenant that belong to a vendor, by the number in demo/src/tenants. */
const NUMBERS = { mspbots: 101, moovila: 102, "gradient-msp": 103, datagate: 104, laborcast: 105 };

/** @typedef {keyof typeof NUMBERS} Vendor */
/** @typedef {"agent" | "role" | "application"} RecordKind */

/** @param {number} number */
const guid = (number) => `7d2f0c4e-51ab-4e0a-9c3d-${number.toString(16).padStart(12, "0")}`;

/**
 * Path of the vendor's agent, role or application.
 * @param {Vendor} vendor
 * @param {RecordKind} kind
 */
export function recordPath(vendor, kind) {
  const number = NUMBERS[vendor];
  if (kind === "agent") return `/config/agents/agents?agentid=${number}`;
  const list = kind === "role" ? "/config/agents/roles" : "/config/integrations/api/applications";
  return `${list}?id=${guid(number)}`;
}

/**
 * Clicks what is found by an XPath as soon as it is there and visible.
 * @param {Page} page
 * @param {string} xpath
 */
export async function click(page, xpath) {
  const element = await page.waitForSelector(`::-p-xpath(${xpath})`, { visible: true });
  await element?.click();
}

/**
 * Opens the record that was made last: the vendor's, where the tenant has one.
 * @param {Page} page
 */
export async function openLastRecord(page) {
  await click(page, '(//*[contains(@class, "rt-tr-group")])[last()]//*[contains(@class, "rt-td")][1]');
  await page.waitForSelector(".react-tabs__tab-list");
}

/**
 * @param {Page} page
 * @param {string} name
 */
export async function openTab(page, name) {
  await click(page, `//li[contains(@class, "react-tabs__tab")][normalize-space() = "${name}"]`);
  await page.waitForSelector(
    `::-p-xpath(//li[contains(@class, "react-tabs__tab--selected")][normalize-space() = "${name}"])`,
  );
}

/**
 * Clicks a button of the record's toolbar: Edit, Save, Cancel.
 * @param {Page} page
 * @param {"Edit" | "Save" | "Cancel"} name
 */
export async function press(page, name) {
  await click(
    page,
    `//*[contains(@class, "buttons-container")]//button[normalize-space() = "${name}" or @title = "${name}"]`,
  );
}

/**
 * The XPath of a field's row.
 * @param {string} label
 */
export const rowOf = (label) =>
  `//*[contains(concat(" ", @class, " "), " row ")][.//label[text()[normalize-space() = "${label}"]]][last()]`;

/**
 * Ticks or unticks a checkbox by its label.
 * @param {Page} page
 * @param {string} label
 */
export async function tick(page, label) {
  await click(page, `${rowOf(label)}//input[@type = "checkbox"]`);
}

/**
 * Opens a react-select and chooses one of the values: the last of them in the menu, where levels rise; without values, the
 * first that is offered.
 * @param {Page} page
 * @param {string} place the XPath of what holds the select
 * @param {string[]} values
 * @returns {Promise<string>} what was chosen
 */
export async function pick(page, place, values) {
  await click(page, `${place}//*[contains(@class, "Select__dropdown-indicator")]`);
  await page.waitForSelector(".Select__option");
  const offered = await page.evaluate(() =>
    Array.from(document.querySelectorAll(".Select__option"), ({ textContent }) => textContent?.trim() ?? ""),
  );
  const at = values.length === 0 ? 0 : offered.findLastIndex((text) => values.includes(text));
  if (at < 0) throw new Error(`The menu offers ${offered.join(", ")}, but not ${values.join(", ")}.`);
  const option = await page.waitForSelector(`::-p-xpath((//*[contains(@class, "Select__option")])[${at + 1}])`);
  await option?.scrollIntoView();
  await page.waitForFunction(isUncovered, {}, option);
  await option?.click();
  return offered[at] ?? "";
}

/** Whether a press on the middle of the element would reach it. @param {Element | null} element */
function isUncovered(element) {
  if (element === null) return false;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
}

/**
 * Chooses a value in a react-select by the field's label.
 * @param {Page} page
 * @param {string} label
 * @param {string} value
 */
export async function choose(page, label, value) {
  await pick(page, rowOf(label), [value]);
}

/**
 * Opens or closes the menu of a react-select by the field's label.
 * @param {Page} page
 * @param {string} label
 */
export async function toggleMenu(page, label) {
  await click(page, `${rowOf(label)}//*[contains(@class, "Select__dropdown-indicator")]`);
}

/**
 * Writes a text into a field instead of the one that is there.
 * @param {Page} page
 * @param {string} label
 * @param {string} text
 */
export async function write(page, label, text) {
  const input = await page.waitForSelector(`::-p-xpath(${rowOf(label)}//input)`, { visible: true });
  await input?.click({ count: 3 });
  await page.keyboard.press("Backspace");
  if (text) await input?.type(text);
}

/**
 * Follows a link of Halo's configuration menu: a move inside the app, by pushState.
 * @param {Page} page
 * @param {string} path
 */
export async function follow(page, path) {
  await click(page, `//a[@href = "${path}"]`);
}
