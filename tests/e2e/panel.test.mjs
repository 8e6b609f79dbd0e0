// The panel: choose a vendor and its features, see the findings, go to a field.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, recordPath } from "./halo.mjs";
import { assertMark, assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";
import { openPanel } from "./spy.mjs";

/** Wanted by Gradient's alerts only, and granted in the half-done tenant. */
const FOR_ALERTS = "Can Edit Advanced Ticket Details";

inBothBrowsers("Panel", (stage) => {
  test("a vendor is found by typing, and its marks appear; another feature changes them", async () => {
    const path = recordPath("gradient-msp", "role");
    const page = await stage.open(stage.address("gradient-msp-half", path, { demo: "delay:0,lazy:off" }));
    await openTab(page, "Permissions");
    await assertMarks(page, {});
    const panel = await openPanel(page);
    await panel.bringToFront();
    await panel.type("::-p-aria([role='combobox'])", "gradient");
    await panel.keyboard.press("Enter");
    await panel.waitForSelector("#screen-role\\.permissions");
    await page.bringToFront();
    await assertMark(page, FOR_ALERTS, "met");

    await panel.bringToFront();
    await (await panel.waitForSelector(".chosen summary"))?.click();
    await (await panel.waitForSelector('::-p-xpath(//label[contains(., "Alert")]//input)'))?.click();
    await page.bringToFront();
    await assertMark(page, FOR_ALERTS, null);
  });

  test("shows where a finding is on the page", async () => {
    const path = recordPath("moovila", "agent");
    const link = "preflight=moovila";
    const page = await stage.open(stage.address("moovila-half", path, { demo: "delay:0,lazy:off", link }));
    await openTab(page, "Permissions");
    await assertMark(page, "Allow use of all Clients", "missing");
    const panel = await openPanel(page);
    await panel.bringToFront();
    const show = await panel.waitForSelector('::-p-xpath(//button[contains(@aria-label, "Allow use of all Clients")])');
    await show?.click();
    await page.bringToFront();
    await page.waitForSelector("[data-preflight-shown]");
    const shown = await page.$eval("[data-preflight-shown]", (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(shown, "the field was scrolled into view");
  });
});
