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
async function click(page, xpath) {
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

/** @param {string} label */
const rowOf = (label) =>
  `//*[contains(concat(" ", @class, " "), " row ")][.//label[normalize-space() = "${label}"]][last()]`;

/**
 * Ticks or unticks a checkbox by its label.
 * @param {Page} page
 * @param {string} label
 */
export async function tick(page, label) {
  await click(page, `${rowOf(label)}//input[@type = "checkbox"]`);
}

/**
 * Chooses a value in a react-select by the field's label.
 * @param {Page} page
 * @param {string} label
 * @param {string} value
 */
export async function choose(page, label, value) {
  await click(page, `${rowOf(label)}//*[contains(@class, "Select__dropdown-indicator")]`);
  await click(page, `//*[contains(@class, "Select__option")][normalize-space() = "${value}"]`);
}

/**
 * Follows a link of Halo's configuration menu: a move inside the app, by pushState.
 * @param {Page} page
 * @param {string} path
 */
export async function follow(page, path) {
  await click(page, `//a[@href = "${path}"]`);
}
