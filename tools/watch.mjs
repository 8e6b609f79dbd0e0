// Reads what the extension knows of a tab, through the extension's own panel page.

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../dist/wasm/preflight.js").Finding} Finding */
/** @typedef {import("../dist/wasm/preflight.js").Report} Report */

/** A screen that the extension does not recognise in this time is an error, not a slow computer. */
const PATIENCE = 20_000;

/**
 * Opens the panel for the tab in which this page is.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} extensionId
 * @param {Page} page
 */
export async function openWatch(browser, extensionId, page) {
  const panel = await browser.newPage();
  await panel.goto(`chrome-extension://${extensionId}/panel.html`);
  const tab = await panel.evaluate(
    async (url) => (await chrome.tabs.query({})).find((candidate) => candidate.url === url)?.id ?? null,
    page.url(),
  );
  if (tab === null) throw new Error(`The browser shows no tab with ${page.url()}.`);
  await panel.goto(`chrome-extension://${extensionId}/panel.html?tab=${tab}`);
  await page.bringToFront();
  return {
    /**
     * Waits until the page is the named screen and read, and gives what was found on it.
     * @param {string} screen
     */
    async read(screen) {
      const { page: seen, known } = await waitForScreen(panel, tab, screen);
      const marked = new Set(seen.marked);
      return {
        record: seen.record?.name ?? null,
        findings: known.report.findings.filter((finding) => marked.has(finding.id)),
      };
    },
    /** Starts the tour of the tab's tenant and gives its first step in words. */
    async startTour() {
      return panel.evaluate(async (tab) => {
        const { tenant } = await chrome.runtime.sendMessage({ kind: "panel-state", tab });
        await chrome.runtime.sendMessage({ kind: "tour", tenant, move: { what: "start" } });
        const { known } = await chrome.runtime.sendMessage({ kind: "panel-state", tab });
        const { steps, current } = /** @type {import("../dist/wasm/preflight.js").Guide} */ (known.guide);
        return steps.find(({ id }) => id === current)?.text ?? current;
      }, tab);
    },
    /** Every finding of the profile. */
    async report() {
      const { known } = await panel.evaluate((tab) => chrome.runtime.sendMessage({ kind: "panel-state", tab }), tab);
      return /** @type {Report} */ (known.report).findings;
    },
  };
}

/**
 * The panel's state as soon as the tab shows this screen. The background tells every panel when something changes.
 * @param {Page} panel
 * @param {number} tab
 * @param {string} screen
 * @returns {Promise<{ page: { record: { name: string | null } | null, marked: string[] }, known: { report: Report } }>}
 */
function waitForScreen(panel, tab, screen) {
  return panel.evaluate(
    (tab, screen, patience) =>
      new Promise((resolve, reject) => {
        const look = async () => {
          const state = await chrome.runtime.sendMessage({ kind: "panel-state", tab });
          if (state.page?.screen !== screen || state.page.status !== "read") return;
          chrome.runtime.onMessage.removeListener(look);
          clearTimeout(timer);
          resolve(state);
        };
        const timer = setTimeout(() => reject(new Error(`Preflight did not read the screen ${screen}.`)), patience);
        chrome.runtime.onMessage.addListener(look);
        void look();
      }),
    tab,
    screen,
    PATIENCE,
  );
}
