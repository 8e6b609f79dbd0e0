// Halo changes the address before it draws the record's pane. Whatever the pane does meanwhile, nothing that one record
// shows is taken for the next one's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { click, openTab } from "../../tools/halo.mjs";
import { click as clickInPanel, notice } from "../../tools/panel-view.mjs";
import { openPanel, reportOn, settled, storage, storedReadings } from "../../tools/spy.mjs";
import { assertMark, assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const LIST = "/config/integrations/api/applications";
const [WEB, MOBILE, OWN] = ["Halo Web Application", "Halo Mobile Application", "Moovila"];
/** How long one pane fades over the other, in milliseconds (`demo/src/styles/record.css`). */
const FADING = 400;
/** The end of each application's id, in hexadecimal digits. @type {Record<string, string>} */
const NAMES = { "0b": WEB, "0c": MOBILE, 66: OWN };

inBothBrowsers(
  "The pane decides, not the address",
  (stage) => {
    /**
     * The list of applications, without a record; what is opened comes when the test says so.
     * @param {"standing" | "late" | "fading" | "loader"} pane
     */
    const open = async (pane) => {
      const demo = `delay:held,lazy:off,pane:${pane}`;
      const page = await stage.open(stage.address("moovila-half", LIST, { demo, link: "preflight=moovila" }));
      await arrive(page);
      await page.waitForSelector(".rt-tr-group");
      return page;
    };

    test("a record's pane that stands under the next one's address is still the record's before", async () => {
      const page = await open("standing");
      await openOwn(page);
      await clickRow(page, WEB);
      await assertLoading(page);
      await assertMarks(page, {});
      // Its tabs work as ever.
      await openTab(page, "Details");
      await openTab(page, "Permissions");
      await assertLoading(page);
      await assertMarks(page, {});
      await arrive(page);
      await assertOpen(page, WEB, "details");
      await openTab(page, "Permissions");
      await assertOpen(page, WEB, "permissions");
      await clickRow(page, OWN);
      await assertLoading(page);
      await arrive(page);
      await openTab(page, "Permissions");
      await assertMark(page, "edit:tickets", "missing");
      await assertOwn(page);
    });

    test("tabs that change fast show what is on the last one", async () => {
      const page = await open("standing");
      await openOwn(page);
      await page.evaluate(() => {
        const tabs = [...document.querySelectorAll(".react-tabs__tab")];
        for (const name of ["Details", "Permissions", "Details"]) {
          /** @type {HTMLElement | undefined} */ (tabs.find(({ textContent }) => textContent === name))?.click();
        }
      });
      await assertMark(page, "Agent to log in as", "missing");
      await assertOpen(page, OWN, "details");
      await assertOwn(page);
    });

    test("a pane that comes when another record was opened already is not that one's", async () => {
      const page = await open("late");
      await openOwn(page);
      await clickRow(page, WEB);
      await clickRow(page, MOBILE);
      await assertLoading(page);
      await arrive(page);
      await titled(page, WEB);
      await assertLoading(page);
      await assertMarks(page, {});
      await arrive(page);
      await assertOpen(page, MOBILE, "details");
      await clickRow(page, WEB);
      await clickRow(page, OWN);
      await arrive(page);
      await titled(page, WEB);
      await assertLoading(page);
      await arrive(page);
      await assertMark(page, "Agent to log in as", "missing");
      await openTab(page, "Permissions");
      await assertMark(page, "edit:tickets", "missing");
      await assertOwn(page);
    });

    test("a late pane that is the first one to come belongs to the row with its name", async () => {
      const page = await open("late");
      await clickRow(page, OWN);
      await assertLoading(page);
      await clickRow(page, WEB);
      await arrive(page);
      await titled(page, OWN);
      await assertLoading(page);
      await assertMarks(page, {});
      await arrive(page);
      await assertOpen(page, WEB, "details");
      await assertOwn(page);
    });

    test("while one pane fades out and the next one fades in, neither counts", async () => {
      const page = await open("fading");
      await openOwn(page);
      // A person still sees the record before alone, then both.
      for (const share of [0, 0.5]) {
        await clickRow(page, WEB);
        await assertLoading(page);
        await stopFading(page, WEB, share, async () => {
          await assertLoading(page);
          await assertMarks(page, {});
        });
        await assertOpen(page, WEB, "details");
        await clickRow(page, OWN);
        await stopFading(page, OWN, share, async () => {
          await assertLoading(page);
          await assertMarks(page, {});
        });
        await assertMark(page, "Agent to log in as", "missing");
        await openTab(page, "Permissions");
        await assertMark(page, "edit:tickets", "missing");
      }
      // What has all but faded out nobody sees, though it is still there.
      await clickRow(page, WEB);
      await stopFading(page, WEB, 0.999, () => assertOpen(page, WEB, "details"));
      await assertOpen(page, WEB, "details");
      await assertOwn(page);
    });

    test("a pause under a standing pane does not make it the next record's", async () => {
      const page = await open("standing");
      await openOwn(page);
      await clickRow(page, WEB);
      await assertLoading(page);
      const panel = await openPanel(page);
      await clickInPanel(panel, "Pause");
      await clickInPanel(panel, "In this tab");
      await notice(panel, "paused in this tab");
      await clickInPanel(panel, "Resume");
      await page.bringToFront();
      await assertLoading(page);
      await assertMarks(page, {});
      await arrive(page);
      await assertOpen(page, WEB, "details");
      await assertOwn(page);
    });
  },
  { csp: [false] },
);

/** What was asked for first arrives. @param {Page} page */
async function arrive(page) {
  await page.evaluate(() => dispatchEvent(new Event("demo-arrive")));
}

/** Opens the integration's application, on its Permissions. @param {Page} page */
async function openOwn(page) {
  await clickRow(page, OWN);
  await arrive(page);
  await assertMark(page, "Agent to log in as", "missing");
  await openTab(page, "Permissions");
  await assertMark(page, "edit:tickets", "missing");
}

/**
 * Opens a record from the list; its pane is not there yet.
 * @param {Page} page
 * @param {string} name
 */
async function clickRow(page, name) {
  await click(page, `//*[contains(@class, "rt-td")][normalize-space() = "${name}"]`);
  await page.waitForSelector(`::-p-xpath(//*[contains(@class, "-open")][normalize-space() = "${name}"])`);
}

/** @param {Page} page @param {string} name */
async function titled(page, name) {
  await page.waitForSelector(`::-p-xpath(//*[@class = "details_page_title"][. = "${name}"])`);
}

/**
 * The next record arrives, and its pane stops when this share of it has faded in; goes on afterwards.
 * @param {Page} page
 * @param {string} name
 * @param {number} share
 * @param {() => Promise<void>} check
 */
async function stopFading(page, name, share, check) {
  const stop = `animation-play-state: paused !important; animation-delay: ${-share * FADING}ms !important`;
  const style = await page.addStyleTag({ content: `.record-panel { ${stop} }` });
  await arrive(page);
  await titled(page, name);
  const opacities = await page.$$eval(".record-panel", (panes) => panes.map((pane) => getComputedStyle(pane).opacity));
  assert.deepEqual(
    opacities.map((opacity) => Number(opacity).toFixed(3)),
    [1 - share, share].map((opacity) => opacity.toFixed(3)),
  );
  await check();
  await style.evaluate((node) => /** @type {Element} */ (node).remove());
  await page.waitForSelector(".pane-leaving", { hidden: true });
}

/** The page was judged at its address, and cannot be read yet. @param {Page} page */
async function assertLoading(page) {
  await settled(page);
  const { session } = JSON.parse(await storage(page));
  const states = Object.entries(session).filter(([key]) => key.startsWith("page "));
  assert.deepEqual(
    states.map(([, { status }]) => status),
    ["still-loading"],
  );
}

/** Waits until the page is read as this record's. @param {Page} page @param {string} record @param {string} tab */
async function assertOpen(page, record, tab) {
  await reportOn(page, { screen: `application.${tab}`, mode: "read", record });
}

/** Whatever was stored of a record came from a pane with its name. @param {Page} page */
async function assertOwn(page) {
  const readings = await storedReadings(page);
  assert.ok(readings.length > 0);
  for (const [key, { record }] of readings) assert.equal(record?.name, NAMES[record?.id?.slice(-2) ?? ""], key);
}
