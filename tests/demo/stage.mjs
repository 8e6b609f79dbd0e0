// Runs a suite on the demo tenant in Chromium, without and with a strict Content-Security-Policy. No extension is loaded.
import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildDemo } from "../../demo/build.mjs";
import { startDemo } from "../../demo/server.mjs";
import { launchPlain } from "../../tools/screens.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("puppeteer-core").Browser} Browser */

/**
 * @typedef {object} Stage what a suite plays on; the functions give what exists only while its tests run
 * @property {() => Page} page
 * @property {() => Browser} browser
 * @property {() => number} port
 * @property {(path: string) => string} address
 * @property {(path: string, options: string) => Promise<unknown>} open opens a path in a tenant as if it were new
 */

/**
 * @param {string} title
 * @param {(stage: Stage) => void} suite
 */
export function inChromium(title, suite) {
  for (const strictCsp of [false, true]) {
    describe(strictCsp ? `${title} under a strict policy` : title, () => play(strictCsp, suite));
  }
}

/**
 * @param {boolean} strictCsp
 * @param {(stage: Stage) => void} suite
 */
function play(strictCsp, suite) {
  /** @type {Awaited<ReturnType<typeof startDemo>>} */
  let demo;
  /** @type {Browser} */
  let browser;
  /** @type {Page} */
  let page;
  /** @type {string[]} */
  const complaints = [];

  before(async () => {
    const dir = mkdtempSync(join(tmpdir(), "demo-"));
    await buildDemo(dir);
    demo = await startDemo({ dir, strictCsp });
    browser = await launchPlain();
    page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
    });
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  /** @param {string} path */
  const address = (path) => `https://demo.halopsa.com:${demo.port}${path}`;
  suite({
    page: () => page,
    browser: () => browser,
    port: () => demo.port,
    address,
    open: (path, options) => page.goto(`${address(path)}${path.includes("?") ? "&" : "?"}reset&demo=${options}`),
  });
  test("nothing was complained about", () => assert.deepEqual(complaints, []));
}
