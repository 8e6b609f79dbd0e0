// A test's questions to the extension. They go through the page and the spy (see spy/), because Firefox lets nobody
// else in.

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * @param {Page} page
 * @param {"messages" | "answer-yes" | "started" | "storage" | "report" | "report-at" | "watch" | "gone" | "forget-evidence" | "open-panel" | "open-settings" | "policy" | "command" | "fill" | "store" | "during-judgement" | "settled" | "judging" | "swallow" | "readings"} question
 * @param {object | string | null} [about]
 */
async function ask(page, question, about = null) {
  return page.evaluate(
    (spy, about) =>
      new Promise((resolve) => {
        addEventListener("message", function answered({ data }) {
          if (data?.spyAnswer !== spy) return;
          removeEventListener("message", answered);
          resolve(data.value);
        });
        postMessage({ spy, about }, location.origin);
      }),
    question,
    about,
  );
}

/**
 * Every message that reached the background since it started, as JSON.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function messages(page) {
  return /** @type {string[]} */ (await ask(page, "messages"));
}

/**
 * Waits until what the page shows is judged and painted, or it is certain that nobody reads the page; says which.
 * @param {Page} page
 */
export async function settled(page) {
  return /** @type {"painted" | "unread"} */ (await ask(page, "settled"));
}

/**
 * Everything that the extension has stored, as JSON.
 * @param {Page} page
 */
export async function storage(page) {
  return JSON.stringify(await ask(page, "storage"));
}

/**
 * What the panel reports on the tenant, as soon as the background knows that the page shows this screen of this record in
 * this mode.
 * @param {Page} page
 * @param {{ screen: string, mode: "read" | "edit", record: string | null }} shown
 * @returns {Promise<import("../dist/wasm/preflight.js").Report>}
 */
export async function reportOn(page, shown) {
  return /** @type {import("../dist/wasm/preflight.js").Report} */ (await ask(page, "report", shown));
}

/**
 * Answers with Yes what the panel asks about the open record: a person who hands pages to the command line has chosen them.
 * @param {Page} page one that was judged
 */
export async function answerYes(page) {
  await ask(page, "answer-yes");
}

/**
 * What the panel reports on the tenant, as soon as the open page was judged, whatever was made of it.
 * @param {Page} page
 * @returns {Promise<import("../dist/wasm/preflight.js").Report | null>}
 */
export async function reportHere(page) {
  return /** @type {import("../dist/wasm/preflight.js").Report | null} */ (await ask(page, "report-at", page.url()));
}

/**
 * Forgets what was seen of every tenant, in storage and in memory; the choice of vendor stays.
 * @param {Page} page one without a visit, which would at once see something again
 */
export async function forgetEvidence(page) {
  await ask(page, "forget-evidence");
  await stopBackground(page);
}

/**
 * When the background was started last; asking starts it.
 * @param {Page} page
 */
export async function backgroundStart(page) {
  return /** @type {number} */ (await ask(page, "started"));
}

/** For suites that end the background: Firefox does so after this many idle milliseconds, not after half a minute. */
export const ENDS_SOON = { "extensions.background.idle.timeout": 300 };

/**
 * Ends the background and waits until it is gone, as the browser does on its own after half a minute of rest.
 * @param {Page} page
 * @returns {Promise<number>} when the background that is gone had started
 */
export async function stopBackground(page) {
  const started = /** @type {number} */ (await ask(page, "watch"));
  const browser = page.browser();
  // Chromium is told to; Firefox does it by itself, very soon, by the preference that the suite was started with.
  if ((await browser.version()).startsWith("Chrome")) {
    const target = await browser.waitForTarget((candidate) => candidate.type() === "service_worker");
    await (await target.worker())?.close();
  }
  await ask(page, "gone");
  return started;
}

/**
 * The panel for the tab that shows this page, opened in a window: no browser lets a test open the side panel.
 * @param {Page} page
 * @returns {Promise<Page>}
 */
export function openPanel(page) {
  return openOwnPage(page, "open-panel");
}

/**
 * Does what the keys of a command do while the page is in front.
 * @param {Page} page
 * @param {"next" | "previous"} name
 */
export async function pressCommand(page, name) {
  await ask(page, "command", name);
}

/**
 * Fills the storage that ends with the browser with old readings of a tenant; gives how many.
 * @param {Page} page
 * @param {string} tenant
 */
export async function fillStorage(page, tenant) {
  return /** @type {number} */ (await ask(page, "fill", tenant));
}

/**
 * Stores these values, under these keys, until the browser ends.
 * @param {Page} page
 * @param {object} values
 */
export async function store(page, values) {
  await ask(page, "store", values);
}

/**
 * What each judgement took the background since this was last asked, in milliseconds.
 * @param {Page} page
 */
export async function judging(page) {
  return /** @type {number[]} */ (await ask(page, "judging"));
}

/**
 * Every reading that was stored since the background started, also those that a later one replaced.
 * @param {Page} page
 */
export async function storedReadings(page) {
  return /** @type {[string, import("../dist/wasm/preflight.js").Screen][]} */ (await ask(page, "readings"));
}

/**
 * Sends the background what the settings would send, while the next judgement is under way.
 * @param {Page} page
 * @param {object} message
 */
export async function duringJudgement(page, message) {
  await ask(page, "during-judgement", message);
}

/**
 * Leaves judgements unanswered until the background ends, before or after they are made; resolves with the first one.
 * @param {Page} page
 * @param {"before" | "after"} when
 */
export async function swallowJudgements(page, when) {
  await ask(page, "swallow", when);
}

/**
 * Makes the background see this as what the browser's administrator set.
 * @param {Page} page
 * @param {object} policy
 */
export async function setPolicy(page, policy) {
  await ask(page, "policy", policy);
}

/**
 * The settings, opened in a window of their own.
 * @param {Page} page
 * @returns {Promise<Page>}
 */
export function openSettings(page) {
  return openOwnPage(page, "open-settings");
}

/**
 * @param {Page} page
 * @param {"open-panel" | "open-settings"} question
 */
async function openOwnPage(page, question) {
  const browser = page.browser();
  // Told by its being new: to puppeteer, Firefox's extension pages stay at about:blank.
  const before = new Set(browser.targets());
  const opened = browser.waitForTarget((target) => target.type() === "page" && !before.has(target));
  await ask(page, question);
  const own = await (await opened).page();
  await own?.waitForSelector("main > *");
  return /** @type {Page} */ (own);
}
