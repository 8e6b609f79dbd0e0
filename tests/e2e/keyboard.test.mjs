// The panel by keyboard alone: the focus is never lost, and goes on where the work goes on.
import { test } from "node:test";
import { find } from "../../tools/panel-view.mjs";
import { openHalfDone } from "./half-done.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

inBothBrowsers(
  "Keyboard",
  (stage) => {
    for (const [direction, forward, back] of /** @type {const} */ ([
      ["ltr", "ArrowRight", "ArrowLeft"],
      ["rtl", "ArrowLeft", "ArrowRight"],
    ])) {
      test(`arrow keys go from view to view in the direction of reading, ${direction}`, async () => {
        const panel = await openHalfDone(stage);
        await panel.evaluate((direction) => {
          document.documentElement.dir = direction;
        }, direction);
        await focus(panel, "#tab-findings");
        await panel.keyboard.press(forward);
        await panel.waitForSelector(".tabs button:nth-child(2):focus");
        await panel.keyboard.press(back);
        await panel.keyboard.press(back);
        await panel.waitForSelector(".tabs button:last-child:focus");
        await panel.waitForSelector(".view:last-child:not([hidden])");
        await panel.keyboard.press("Home");
        await panel.waitForSelector("#tab-findings:focus");
        await panel.keyboard.press("End");
        await panel.waitForSelector(".tabs button:last-child:focus");
      });
    }

    test("a waiver that is not given leads back to its button, one that is given to the next finding", async () => {
      const panel = await openHalfDone(stage);
      const [first, second] = await panel.$$eval("li.finding", (items) => items.map(({ id }) => id));
      await focus(panel, `[id="${first}"] > button`);
      await panel.keyboard.press("Enter");
      await panel.waitForSelector("input[name=reason]:focus");
      await panel.keyboard.press("Escape");
      await panel.waitForSelector(`[id="${first}"] > button:focus`);

      await panel.keyboard.press("Enter");
      await panel.waitForSelector("input[name=reason]:focus");
      await panel.keyboard.type("Agreed with the vendor.");
      await panel.keyboard.press("Enter");
      await panel.waitForSelector(`[id="${second}"]:focus`);
    });

    test("a pause leaves the focus in the panel, though its button is gone", async () => {
      const panel = await openHalfDone(stage);
      await focus(panel, "[popovertarget=pause-menu]");
      await panel.keyboard.press("Enter");
      await focus(panel, "#pause-menu:popover-open button");
      await panel.keyboard.press("Enter");
      await panel.waitForSelector("main:focus");
    });

    test("another vendor is looked for at once, and without one the focus is at those that are chosen", async () => {
      const panel = await openHalfDone(stage);
      const add = await find(panel, '//button[normalize-space() = "Add another vendor"]');
      await add.focus();
      await panel.keyboard.press("Enter");
      await panel.waitForSelector("[role=combobox]:focus");
      await panel.keyboard.press("Escape");
      await panel.waitForSelector("section.chosen:focus");
    });
  },
  { csp: [false] },
);

/**
 * Puts the focus on an element.
 * @param {Page} panel
 * @param {string} selector
 */
async function focus(panel, selector) {
  await (await panel.waitForSelector(selector))?.focus();
}
