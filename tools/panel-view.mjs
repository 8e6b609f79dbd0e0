// What an admin does in the panel and sees there.

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Presses a control of the panel, not with a pointer: whenever something new is known, the panel may move what one was just
 * to press.
 * @param {import("puppeteer-core").ElementHandle<Element> | null} control
 */
export async function activate(control) {
  await control?.evaluate((element) => /** @type {HTMLElement} */ (element).click());
}

/**
 * Opens one of the panel's views.
 * @param {Page} panel
 * @param {"findings" | "tour" | "integration" | "diagnosis" | "report"} name
 */
export async function openView(panel, name) {
  await activate(await panel.waitForSelector(`#tab-${name}`));
  await panel.waitForSelector(`#view-${name}:not([hidden])`);
}

/** How long the panel may take to show what is expected. */
const PATIENCE = 10_000;

/**
 * Waits for an element by XPath, visible or not. Looks whenever the panel changes, its texts too, which puppeteer's own
 * waiting does not.
 * @param {Page} panel
 * @param {string} xpath
 */
export async function find(panel, xpath) {
  const found = await panel.evaluateHandle(
    (xpath, patience) =>
      new Promise((resolve, reject) => {
        const look = () =>
          document.evaluate(xpath, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
        const end = () => {
          observer.disconnect();
          clearTimeout(timer);
          const node = look();
          if (node) resolve(node);
          else reject(new Error(`The panel does not show ${xpath}, but: ${document.body.innerText}`));
        };
        const observer = new MutationObserver(() => look() && end());
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        const timer = setTimeout(end, patience);
        if (look()) end();
      }),
    xpath,
    PATIENCE,
  );
  return /** @type {import("puppeteer-core").ElementHandle<Element>} */ (found);
}

/**
 * Clicks a button or a checkbox by its words.
 * @param {Page} panel
 * @param {string} words
 */
export async function click(panel, words) {
  const xpath = `//button[normalize-space() = "${words}" or @aria-label = "${words}"] | //label[normalize-space() = "${words}"]//input`;
  await activate(await find(panel, xpath));
}

/**
 * Waits until the panel lists a field with this outcome, folded away or not.
 * @param {Page} panel
 * @param {string} field
 * @param {string} outcome
 */
export function finding(panel, field, outcome) {
  const names = `[.//h4[. = "${field}"] or span[starts-with(normalize-space(), "${field}")] or span[contains(., ": ${field}")]]`;
  return find(panel, `//li[contains(concat(" ", @class, " "), " ${outcome} ")][starts-with(@id, "finding-")]${names}`);
}

/**
 * Chooses what the panel lists.
 * @param {Page} panel
 * @param {string} show an outcome, "to-do" or "all"
 */
export async function list(panel, show) {
  await activate(await panel.waitForSelector(`.chip input[value="${show}"]`));
  await panel.waitForSelector(`.chip input[value="${show}"]:checked`);
}

/**
 * Waits until a notice of the panel says this.
 * @param {Page} panel
 * @param {string} words
 */
export function notice(panel, words) {
  return find(panel, `//*[contains(@class, "notice")][contains(., "${words}")]`);
}

/**
 * Types a vendor's name into the picker and takes the first one.
 * @param {Page} panel
 * @param {string} name
 */
export async function pickVendor(panel, name) {
  await (await panel.waitForSelector("[role=combobox]"))?.type(name);
  await panel.keyboard.press("Enter");
  await panel.waitForSelector("#tab-findings");
}

/**
 * Chooses an entry of a select by its words.
 * @param {Page} panel
 * @param {string} select XPath
 * @param {string} words
 */
export async function choose(panel, select, words) {
  const option = await find(panel, `${select}/option[. = "${words}"]`);
  const value = await option.evaluate((element) => /** @type {HTMLOptionElement} */ (element).value);
  await (await find(panel, select)).select(value);
}
