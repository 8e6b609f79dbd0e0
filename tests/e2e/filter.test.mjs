// What the panel lists of the findings, and that it never hides one without saying so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, recordPath } from "../../tools/halo.mjs";
import { activate, click, find, finding, list, openView } from "../../tools/panel-view.mjs";
import { openPanel } from "../../tools/spy.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

inBothBrowsers(
  "Filter of the findings",
  (stage) => {
    const open = async () => {
      const path = recordPath("moovila", "application");
      const options = { demo: "delay:0,lazy:off", link: "preflight=moovila" };
      const page = await stage.open(stage.address("moovila-half", path, options));
      await openTab(page, "Permissions");
      await assertMark(page, "edit:tickets", "missing");
      return page;
    };

    test("what is met is left out at first, and said to be; all, one outcome or words are listed on demand", async () => {
      const panel = await openPanel(await open());
      await finding(panel, "edit:tickets", "missing");
      await find(panel, "//li[starts-with(@id, 'finding-')][contains(@class, 'not-seen')]");
      assert.deepEqual(await listed(panel, "met"), []);
      await click(panel, "Show all");
      await finding(panel, "read:tickets", "met");
      assert.equal(await panel.$(".left-out"), null);

      await list(panel, "met");
      assert.deepEqual(await listed(panel, "missing"), []);
      await panel.waitForSelector("li.brief.met", { visible: true });

      await list(panel, "to-do");
      await panel.type("input[type=search]", "tickets edit");
      await find(panel, '//*[contains(@class, "left-out")][contains(., "not listed")]');
      await finding(panel, "edit:tickets", "missing");
      assert.deepEqual(await listed(panel, "missing"), ["edit:tickets"]);
      await panel.type("input[type=search]", " zzz");
      await find(panel, '//*[contains(@class, "left-out")][contains(., "Nothing here fits the filter")]');
    });

    test("is worked by keys, remembered when the panel is closed, and gives way to what is looked for", async () => {
      const page = await open();
      const panel = await openPanel(page);
      await list(panel, "all");
      await panel.focus(".chip input:checked");
      await panel.keyboard.press("ArrowLeft");
      await panel.waitForSelector('.chip input[value="met"]:checked');
      await panel.close();

      const again = await openPanel(page);
      await again.waitForSelector('.chip input[value="met"]:checked');
      await openView(again, "diagnosis");
      await again.type("#error-text", "/Tickets : 403:Forbidden");
      await click(again, "Find causes");
      await activate(await find(again, '//li[contains(@class, "finding")]//ul[@class = "links"]//button'));
      await again.waitForSelector('li[id^="finding-"]:focus');
      await list(again, "to-do");
    });
  },
  { csp: [false] },
);

/**
 * The fields that are listed with this outcome.
 * @param {import("puppeteer-core").Page} panel
 * @param {string} outcome
 */
function listed(panel, outcome) {
  return panel.$$eval(`li.${outcome}[id^="finding-"]`, (items) =>
    items.map((item) => (item.querySelector("h4") ?? item).textContent),
  );
}
