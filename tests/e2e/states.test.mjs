// Why nothing is shown on a page, and the way out of each reason; pauses, and pages without marks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, press, recordPath } from "../../tools/halo.mjs";
import { activate, click, find, finding, notice } from "../../tools/panel-view.mjs";
import { openPanel } from "../../tools/spy.mjs";
import { assertMark, assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

const LINK = "preflight=moovila";
const APPLICATION = recordPath("moovila", "application");
const AT_ONCE = "delay:0,lazy:off";

inBothBrowsers(
  "Nothing is shown, and why",
  (stage) => {
    /** @param {string} [path] @param {string} [demo] */
    const open = (path = APPLICATION, demo = AT_ONCE) =>
      stage.open(stage.address("moovila-half", path, { demo, link: LINK }));

    test("one tab is paused, over a reload too, until it is to go on", async () => {
      const [page, other] = [await open(), await open()];
      await assertMark(other, "Login Type", "met");
      await page.bringToFront();
      const panel = await openPanel(page);
      await click(panel, "Pause");
      await click(panel, "In this tab");
      await notice(panel, "paused in this tab");
      await assertMarks(page, {});
      await page.reload();
      await other.bringToFront();
      await openTab(other, "Permissions");
      await assertMark(other, "all:teams", "missing");
      await page.bringToFront();
      await assertMarks(page, {});
      await click(panel, "Resume");
      await assertMark(page, "Login Type", "met");
    });

    test("a whole tenant is paused in every tab, and goes on", async () => {
      const page = await open();
      await assertMark(page, "Login Type", "met");
      const panel = await openPanel(page);
      await click(panel, "Pause");
      await activate(await find(panel, '//button[starts-with(normalize-space(), "On all of moovila-half")]'));
      await notice(panel, "paused on this tenant");
      await assertMarks(page, {});
      const other = await open();
      await assertMarks(other, {});
      await panel.bringToFront();
      await click(panel, "Resume");
      await assertMark(other, "Login Type", "met");
    });

    test("without marks a page is judged and listed, and only what is asked for is shown", async () => {
      const page = await open();
      await assertMark(page, "Agent to log in as", "missing");
      const panel = await openPanel(page);
      await click(panel, "Marks on the page");
      await seenSigns(page, 0);
      await finding(panel, "Agent to log in as", "missing");
      await click(panel, "Show me: Agent to log in as");
      await seenSigns(page, 1);
      await panel.bringToFront();
      await click(panel, "Marks on the page");
      await panel.waitForSelector(".page-controls input:checked");
    });

    test("a sign that is off has no tip", async () => {
      const page = await open();
      await assertMark(page, "Agent to log in as", "missing");
      const panel = await openPanel(page);
      await page.bringToFront();
      await press(page, "Edit");
      await moveToSign(page);
      await page.waitForFunction(tipIsOpen);
      await panel.bringToFront();
      await click(panel, "Marks on the page");
      await seenSigns(page, 0);
      await moveToSign(page);
      assert.equal(await page.evaluate(tipIsOpen), false);
      await panel.bringToFront();
      await click(panel, "Marks on the page");
      await panel.waitForSelector(".page-controls input:checked");
    });

    test("outside of Configuration, the panel leads there", async () => {
      const page = await open();
      await assertMark(page, "Login Type", "met");
      await page.goto(stage.address("moovila-half", "/tickets", { demo: AT_ONCE }));
      const panel = await openPanel(page);
      await notice(panel, "configuration screens only");
      const arrived = page.waitForNavigation();
      await click(panel, "Open Configuration");
      await arrived;
      assert.equal(new URL(page.url()).pathname, "/config");
    });

    test("signed out, the panel says what goes on by itself", async () => {
      const page = await open();
      await assertMark(page, "Login Type", "met");
      await page.goto(stage.address("moovila-half", "/auth/login", { demo: AT_ONCE }));
      await notice(await openPanel(page), "signed out of Halo");
    });

    test("a page that keeps loading can be reloaded", async () => {
      const page = await open(APPLICATION, "delay:3600000");
      const panel = await openPanel(page);
      await notice(panel, "still loading");
      const arrived = page.waitForNavigation();
      await click(panel, "Reload the page");
      await arrived;
    });

    test("a page in another language is not judged, and the panel leads to the languages", async () => {
      const page = await open(APPLICATION, "delay:0,lang:nl");
      const panel = await openPanel(page);
      await notice(panel, "reads Halo in English");
      await assertMarks(page, {});
      const arrived = page.waitForNavigation();
      await click(panel, "Open Halo’s languages");
      await arrived;
      assert.equal(new URL(page.url()).pathname, "/config/language");
    });
  },
  { csp: [false] },
);

/**
 * Waits until so many signs are to be seen.
 * @param {import("puppeteer-core").Page} page
 * @param {number} count
 */
async function seenSigns(page, count) {
  await page.bringToFront();
  await page.waitForFunction(
    (count) => {
      const signs = [...(document.querySelector("preflight-marks")?.shadowRoot?.querySelectorAll(".sign") ?? [])];
      const seen = signs.filter((sign) => getComputedStyle(sign).visibility === "visible");
      return signs.length > 0 && seen.length === count;
    },
    {},
    count,
  );
}

/**
 * Moves the pointer onto the first sign over a control, whether it is to be seen or not.
 * @param {import("puppeteer-core").Page} page
 */
async function moveToSign(page) {
  await page.mouse.move(1, 1);
  const spot = await page.waitForFunction(() => {
    const sign = document.querySelector("preflight-marks")?.shadowRoot?.querySelector(".sign.through:not(.met)");
    const { left = 0, top = 0, width = 0, height = 0 } = sign?.getBoundingClientRect() ?? {};
    return width > 0 && { x: left + width / 2, y: top + height / 2 };
  });
  const { x, y } = /** @type {{ x: number, y: number }} */ (await spot.jsonValue());
  await page.mouse.move(x, y);
}

function tipIsOpen() {
  const tip = document.querySelector("preflight-marks")?.shadowRoot?.querySelector(".tip");
  return tip?.matches(":popover-open") === true;
}
