// Marks follow whatever the page does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, follow, openTab, press, recordPath, rowOf, tick } from "../../tools/halo.mjs";
import { SCREENS } from "./expected.mjs";
import { assertMark, assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

const LINK = "preflight=moovila";
const APPLICATION = recordPath("moovila", "application");
const AGENT = recordPath("moovila", "agent");

/** @param {string} screen */
function expected(screen) {
  const found = SCREENS.find((candidate) => candidate.screen === screen);
  assert(found, screen);
  return found.marks;
}

inBothBrowsers("Marks follow the page", (stage) => {
  /** @param {string} path @param {string} [demo] */
  const open = (path, demo = "delay:0,lazy:off") =>
    stage.open(stage.address("moovila-half", path, { demo, link: LINK }));

  for (const boxes of ["for", "wrap", "after", "property"]) {
    test(`tick and untick a scope, boxes:${boxes}`, async () => {
      const page = await open(APPLICATION, `delay:0,boxes:${boxes}`);
      await openTab(page, "Permissions");
      await press(page, "Edit");
      await assertMarks(page, expected("application.permissions"));
      await tick(page, "edit:tickets");
      await assertMarks(page, { ...expected("application.permissions"), "edit:tickets": "met" });
      await tick(page, "edit:tickets");
      await assertMarks(page, expected("application.permissions"));
    });
  }

  test("choose another value in a react-select, then Cancel", async () => {
    const page = await open(AGENT);
    await openTab(page, "Permissions");
    await press(page, "Edit");
    await assertMarks(page, expected("agent.permissions"));
    await choose(page, "Clients Access Level", "Read and Modify");
    await assertMarks(page, { ...expected("agent.permissions"), "Clients Access Level": "met" });
    await press(page, "Cancel");
    await assertMarks(page, expected("agent.permissions"));
  });

  test("a press on a sign over a control reaches the control, and the pointer alone opens the tip", async () => {
    const page = await open(AGENT);
    await openTab(page, "Permissions");
    await press(page, "Edit");
    await assertMarks(page, expected("agent.permissions"));
    const { x, y } = await middleOfSign(page, "Clients Access Level");
    await page.mouse.move(x, y);
    await page.waitForFunction(isTipOpen, {}, true);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForSelector(".Select__menu");
    await page.waitForFunction(isTipOpen, {}, false);
    await page.mouse.move(x + 2, y);
    assert.ok(await page.evaluate(isTipOpen, false), "the tip does not lie over the menu");
    await page.keyboard.press("Escape");
  });

  test("Save keeps what was chosen", async () => {
    const page = await open(AGENT);
    await openTab(page, "Permissions");
    await press(page, "Edit");
    await choose(page, "Can Delete Tickets", "Yes");
    await press(page, "Save");
    await page.waitForSelector(".read-value");
    await assertMarks(page, { ...expected("agent.permissions"), "Can Delete Tickets": "met" });
    await page.evaluate(() => localStorage.clear());
  });

  test("another tab, and back", async () => {
    const page = await open(APPLICATION);
    await openTab(page, "Permissions");
    await assertMarks(page, expected("application.permissions"));
    await openTab(page, "Details");
    await assertMarks(page, expected("application.details"));
    await openTab(page, "Permissions");
    await assertMarks(page, expected("application.permissions"));
  });

  test("a move inside the app takes the marks away, the way back brings them", async () => {
    const page = await open(APPLICATION);
    await openTab(page, "Permissions");
    await assertMarks(page, expected("application.permissions"));
    await follow(page, "/config/agents");
    await assertMarks(page, {});
    await page.goBack();
    await openTab(page, "Permissions");
    await assertMarks(page, expected("application.permissions"));
  });

  test("a node that is taken out and put back has its mark", async () => {
    const page = await open(APPLICATION);
    await openTab(page, "Permissions");
    await assertMark(page, "all:teams", "missing");
    await page.evaluate(() => {
      const old = document.querySelector('[data-preflight="missing"]');
      const copy = old?.cloneNode(true);
      if (copy instanceof Element) copy.removeAttribute("data-preflight");
      if (copy) old?.replaceWith(copy);
    });
    await assertMarks(page, expected("application.permissions"));
  });

  test("sections that render late are marked when they are there", async () => {
    const page = await stage.open(stage.address("moovila-all", AGENT, { demo: "delay:0,lazy:both", link: LINK }));
    const late = "Allow creation of new Ticket Types and linked objects";
    await openTab(page, "Permissions");
    await assertMark(page, "Is a HaloPSA Administrator", "met");
    await assertMark(page, late, null);
    for (let place = await page.$(".lazy-place"); place; place = await page.$(".lazy-place")) await scrollTo(place);
    await assertMark(page, late, "met");
  });

  test("a record that loads late is marked when it is there", async () => {
    const page = await open(APPLICATION, "delay:400");
    await assertMarks(page, expected("application.details"));
  });
});

/**
 * Scrolls to the place of a section that is not rendered, and waits until the section has taken it.
 * @param {import("puppeteer-core").ElementHandle} place
 */
async function scrollTo(place) {
  await place.evaluate(
    (element) =>
      new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          if (element.isConnected) return;
          observer.disconnect();
          resolve(undefined);
        }).observe(document, { childList: true, subtree: true });
        element.scrollIntoView();
      }),
  );
}

/** Whether the tip is open, as it should be. @param {boolean} wanted */
function isTipOpen(wanted) {
  const tip = document.querySelector("preflight-marks")?.shadowRoot?.querySelector(".tip");
  return tip?.matches(":popover-open") === wanted;
}

/**
 * Where the sign of a field has its middle, over the field's control.
 * @param {import("puppeteer-core").Page} page
 * @param {string} label
 */
async function middleOfSign(page, label) {
  const control = await page.waitForSelector(`::-p-xpath(${rowOf(label)}//*[contains(@class, "Select__control")])`);
  await control?.scrollIntoView();
  const middle = await control?.evaluate(async (control) => {
    // A sign follows its anchor a frame later.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    const number = control.getAttribute("data-preflight-anchor");
    const sign = document.querySelector("preflight-marks")?.shadowRoot?.querySelector(`[part=sign-${number}]`);
    const { left, right, top, bottom } = sign?.getBoundingClientRect() ?? new DOMRect();
    return {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      over: control.getBoundingClientRect().right > left && left > 0,
    };
  });
  assert.ok(middle?.over, "the sign lies over the control");
  return middle;
}
