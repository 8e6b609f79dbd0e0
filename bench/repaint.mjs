// What a repaint costs with few and with many stored readings: `node bench/repaint.mjs [chromium|firefox] [readings]`, after
// `node tools/e2e.mjs tests/e2e/background.test.mjs`, which builds what it needs. Two tenants that are alike but for the
// readings of other agents that are stored of them take turns; a round is a tick in a box until its mark changes.
import { startDemo } from "../demo/server.mjs";
import { assertMark } from "../tests/e2e/marks.mjs";
import { openTab, press, recordPath } from "../tools/halo.mjs";
import { launch } from "../tools/launch.mjs";
import { judging, settled, stopBackground, storage, store } from "../tools/spy.mjs";
import { TEST_EXTENSION } from "../tools/test-extension.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const BLOCKS = 12;
const ROUNDS = 8;

const [name = "chromium", many = "200"] = process.argv.slice(2);
const demo = await startDemo({ port: 0, strictCsp: false });
const { browser } = await launch(/** @type {import("../tools/browsers.mjs").BrowserName} */ (name), {
  extension: TEST_EXTENSION,
  preferences: { "extensions.background.idle.timeout": 3000 },
});
try {
  /** @type {{ page: Page, count: number, times: number[], judged: number[] }[]} */
  const tenants = [];
  for (const [host, count] of /** @type {[string, number][]} */ ([
    ["moovila-half", 1],
    ["demo", Number(many)],
  ])) {
    const page = await browser.newPage();
    await page.goto(address(host, recordPath("moovila", "agent")));
    await openTab(page, "Permissions");
    await settled(page);
    await storeCopies(page, count);
    tenants.push({ page, count, times: [], judged: [] });
  }
  await stopBackground(/** @type {Page} */ (tenants[0]?.page));
  for (const { page } of tenants) {
    await page.bringToFront();
    await page.goto(address(new URL(page.url()).hostname, recordPath("moovila", "application"), ""));
    await openTab(page, "Permissions");
    await press(page, "Edit");
    await assertMark(page, "edit:tickets", "missing");
  }
  for (let block = 0; block <= BLOCKS; block++) {
    for (const { page, times, judged } of tenants) {
      await page.bringToFront();
      await judging(page);
      const round = await page.evaluate(repaints, ROUNDS);
      // The first block warms up.
      if (block === 0) continue;
      times.push(...round);
      judged.push(...(await judging(page)));
    }
  }
  for (const { count, times, judged } of tenants) {
    const [repaint, judgement] = [times, judged].map((all) => median(all).toFixed(1));
    console.log(`${name}: ${count} stored: repaint ${repaint} ms, judgement ${judgement} ms, medians`);
  }
} finally {
  await browser.close();
  await demo.close();
}

/** @param {string} host @param {string} path @param {string} link */
function address(host, path, link = "preflight=moovila") {
  const url = new URL(path, `https://${host.includes(".") ? host : `${host}.halopsa.com`}:${demo.port}`);
  url.searchParams.set("demo", "delay:0,lazy:off,seed:moovila,state:half");
  url.hash = link;
  return url.href;
}

/**
 * Stores the open page's reading as that of so many other agents.
 * @param {Page} page
 * @param {number} count
 */
async function storeCopies(page, count) {
  const prefix = `evidence ${new URL(page.url()).origin} agent.permissions `;
  const { session } = JSON.parse(await storage(page));
  const [, reading] = Object.entries(session).find(([key]) => key.startsWith(prefix)) ?? [];
  if (!reading) throw new Error(`Nothing is stored under ${prefix}.`);
  const copies = Array.from({ length: count }, (_, at) => [
    `${prefix}${9000 + at}`,
    { ...reading, record: { ...reading.record, id: `${9000 + at}`, name: `Person ${at}` } },
  ]);
  await store(page, Object.fromEntries(copies));
}

/**
 * Ticks a box so many times; gives the milliseconds until its mark changed, each.
 * @param {number} rounds
 */
async function repaints(rounds) {
  const label = [...document.querySelectorAll("label")].find(
    ({ textContent }) => textContent?.trim() === "edit:tickets",
  );
  const box = /** @type {HTMLInputElement} */ (label?.closest(".row")?.querySelector("input"));
  const row = /** @type {Element} */ (box.closest(".row"));
  const marks = () => [row, ...row.querySelectorAll("*")].map((e) => e.getAttribute("data-preflight")).join();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const before = marks();
    const changed = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (marks() === before) return;
        observer.disconnect();
        resolve(null);
      });
      observer.observe(row, { attributes: true, subtree: true, childList: true });
    });
    const start = performance.now();
    box.click();
    await changed;
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}

/** @param {number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
