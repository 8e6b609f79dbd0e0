// Runs a suite in both browsers, on a page without and on a page with a strict Content-Security-Policy.
import { after, afterEach, before, describe } from "node:test";
import { startDemo } from "../../demo/server.mjs";
import { launch } from "../../tools/launch.mjs";
import { TEST_EXTENSION } from "../../tools/test-extension.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../../tools/browsers.mjs").BrowserName} BrowserName */

/**
 * @typedef {object} Stage what a suite plays on
 * @property {BrowserName} name
 * @property {(host: string, path: string, options?: { demo?: string, link?: string }) => string} address
 * @property {(url: string) => Promise<Page>} open opens a page in a tab of its own
 * @property {() => import("puppeteer-core").Browser} browser
 */

/** @type {BrowserName[]} */
const ALL = ["chromium", "firefox"];
/** Both, unless `PREFLIGHT_BROWSER` names one. */
export const BROWSERS = ALL.filter((name) => (process.env.PREFLIGHT_BROWSER ?? name) === name);

/**
 * @param {string} title
 * @param {(stage: Stage) => void} suite
 * @param {{ csp?: boolean[], preferences?: Record<string, unknown> }} [options] preferences are Firefox's
 */
export function inBothBrowsers(title, suite, { csp = [false, true], preferences = {} } = {}) {
  for (const name of BROWSERS) {
    for (const strictCsp of csp) {
      describe(`${title} · ${name}${strictCsp ? " · strict CSP" : ""}`, () =>
        suite(stage(name, strictCsp, preferences)));
    }
  }
}

/**
 * @param {BrowserName} name
 * @param {boolean} strictCsp
 * @param {Record<string, unknown>} preferences
 * @returns {Stage}
 */
function stage(name, strictCsp, preferences) {
  /** @type {Awaited<ReturnType<typeof startDemo>>} */
  let demo;
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  before(async () => {
    demo = await startDemo({ port: 0, strictCsp });
    ({ browser } = await launch(name, { extension: TEST_EXTENSION, preferences }));
  });
  afterEach(async () => {
    // A first tab stays open: Firefox ends with its last one.
    const [, ...pages] = await browser.pages();
    await Promise.all(pages.map((page) => page.close()));
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });
  return {
    name,
    browser: () => browser,
    address(host, path, { demo: options = "delay:0", link } = {}) {
      const url = new URL(path, `https://${host.includes(".") ? host : `${host}.halopsa.com`}:${demo.port}`);
      url.searchParams.set("demo", options);
      if (link) url.hash = link;
      return url.href;
    },
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
  };
}
