// The whole set-up in the panel: evidence, records, several vendors, waivers, diagnosis, report.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, press, recordPath, tick } from "../../tools/halo.mjs";
import { activate, choose, click, find, finding, list, notice, openView, pickVendor } from "../../tools/panel-view.mjs";
import { ENDS_SOON, forgetEvidence, openPanel, storage } from "../../tools/spy.mjs";
import { assertMark, assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

const DEMO = "delay:0,lazy:off";
const LINK = "preflight=moovila";
const APPLICATION = recordPath("moovila", "application");
const AGENT = recordPath("moovila", "agent");
const OTHER_AGENT = "/config/agents/agents?agentid=3";

inBothBrowsers(
  "The whole set-up",
  (stage) => {
    /** @param {string} path @param {string} tab @param {string} [link] */
    const open = async (path, tab, link = LINK) => {
      const page = await stage.open(stage.address("moovila-half", path, { demo: DEMO, link }));
      await openTab(page, tab);
      return page;
    };
    /** @param {import("puppeteer-core").Page} page @param {string} path */
    const goTo = (page, path) => page.goto(stage.address("moovila-half", path, { demo: DEMO }));
    /** A place without a visit, so that nothing is seen again. @param {import("puppeteer-core").Page} page */
    const leave = (page) => goTo(page, "/tickets");

    test("an edit is shown as it stands, and is evidence once it is saved", async () => {
      const page = await open(APPLICATION, "Permissions");
      await assertMark(page, "edit:tickets", "missing");
      const panel = await openPanel(page);
      await list(panel, "all");
      await press(page, "Edit");
      await tick(page, "edit:tickets");
      await notice(panel, "Unsaved changes.");
      await finding(panel, "edit:tickets", "met");
      await leave(page);
      await finding(panel, "edit:tickets", "missing");

      await goTo(page, APPLICATION);
      await openTab(page, "Permissions");
      await press(page, "Edit");
      await tick(page, "edit:tickets");
      await press(page, "Save");
      await page.waitForSelector(".details-form:not(:has(input))");
      await assertMark(page, "edit:tickets", "met");
      await page.evaluate(() => localStorage.clear());
      await leave(page);
      await finding(panel, "edit:tickets", "met");
    });

    test("what was seen ends with the browser, unless it is to be kept, and can be cleared", async () => {
      const page = await open(APPLICATION, "Permissions");
      await assertMark(page, "edit:tickets", "missing");
      await leave(page);
      let panel = await openPanel(page);
      await finding(panel, "edit:tickets", "missing");
      await openView(panel, "integration");
      await find(panel, '//ul[@class = "seen"]/li[contains(., "Application · Permissions")][contains(., "saved")]');
      await click(panel, "Keep until I clear it");
      await find(panel, '//p[contains(., "until you clear it")]');
      assert.deepEqual(await placesOfEvidence(page), ["local"]);
      // An open panel keeps Firefox's background busy, and it would not end.
      await panel.close();
      await forgetEvidence(page);
      panel = await openPanel(page);
      await finding(panel, "edit:tickets", "missing");

      await openView(panel, "integration");
      await click(panel, "Clear");
      await finding(panel, "edit:tickets", "not-seen");
      assert.deepEqual(await placesOfEvidence(page), []);
      await click(panel, "Keep until I clear it");
      await find(panel, '//p[contains(., "ends with it")]');
    });

    test("a page of another record than the integration's is not judged", async () => {
      const page = await open(AGENT, "Permissions");
      await assertMark(page, "Allow use of all Clients", "missing");
      const panel = await openPanel(page);
      await openView(panel, "integration");
      await goTo(page, OTHER_AGENT);
      await openTab(page, "Permissions");
      await notice(panel, "This is not the integration’s agent (Moovila API)");
      await assertMarks(page, {});
      const other = await page.$eval(".details_page_title", ({ textContent }) => textContent ?? "");
      await choose(panel, '//label[starts-with(., "Agent")]/select', other);
      await assertMark(page, "Allow use of all Clients", "missing");
      await goTo(page, AGENT);
      await openTab(page, "Permissions");
      await notice(panel, `This is not the integration’s agent (${other})`);
      await assertMarks(page, {});
    });

    test("a screen that was not seen is one click away", async () => {
      const page = await open(APPLICATION, "Permissions");
      const panel = await openPanel(page);
      const arrived = page.waitForNavigation();
      await activate(await find(panel, '//*[@class = "progress"]//a[. = "Ticket type · Details"]'));
      await arrived;
      assert.equal(new URL(page.url()).pathname, "/config/tickets/tickettype");
    });

    test("a second vendor is asked together with the first", async () => {
      const page = await open(APPLICATION, "Permissions");
      const panel = await openPanel(page);
      await click(panel, "Add another vendor");
      await pickVendor(panel, "gradient");
      // Moovila's application is Moovila's alone, until somebody says that both use it.
      await finding(panel, "edit:invoices", "not-seen");
      await assertMark(page, "edit:invoices", null);
      await openView(panel, "integration");
      const application = '//fieldset[legend[. = "Gradient MSP"]]//label[starts-with(., "Application")]/select';
      await choose(panel, application, "Moovila");
      await assertMark(page, "edit:invoices", "missing");
      await openView(panel, "findings");
      await find(panel, '//li[.//h4[. = "edit:invoices"]]//dd[. = "Gradient MSP"]');
      await find(panel, '//li[.//h4[. = "edit:tickets"]]//dd[contains(., "Moovila")]');
      await click(panel, "Remove: Gradient MSP");
      await assertMark(page, "edit:invoices", null);
    });

    test("least privilege shows what nobody asks for", async () => {
      const page = await open(APPLICATION, "Permissions");
      const panel = await openPanel(page);
      await press(page, "Edit");
      await tick(page, "edit:invoices");
      await assertMark(page, "edit:invoices", null);
      await click(panel, "Flag permissions nobody asked for");
      await assertMark(page, "edit:invoices", "excess");
      await click(panel, "Flag permissions nobody asked for");
      await assertMark(page, "edit:invoices", null);
    });

    test("a finding is waived with a reason, and the waiver is taken back", async () => {
      const page = await open(APPLICATION, "Permissions");
      const panel = await openPanel(page);
      await click(panel, "Accept as is: all:teams");
      await (await panel.waitForSelector("input[name=reason]"))?.type("Teams are listed one by one.");
      await panel.keyboard.press("Enter");
      await assertMark(page, "all:teams", "waived");
      await find(panel, '//li[contains(@class, "waived")][contains(., "Teams are listed one by one.")]');
      await click(panel, "No longer accept: all:teams");
      await assertMark(page, "all:teams", "missing");
    });

    test("an error text leads to its causes here", async () => {
      const page = await open(APPLICATION, "Details");
      await assertMark(page, "Agent to log in as", "missing");
      const panel = await openPanel(page);
      await openView(panel, "diagnosis");
      const box = await panel.waitForSelector("#error-text");
      await box?.type("/Tickets : 403:Forbidden");
      await click(panel, "Find causes");
      await find(panel, '//li[contains(., "Ruled out")][contains(., "Login Type")]');
      await find(panel, '//li[contains(., "Possible")][contains(., "Connect again")]');
      await find(panel, '//li[contains(., "Tick the scopes")]//a[. = "Application · Permissions"]');
      await activate(await find(panel, '//li[contains(., "Confirmed")]//button[contains(., "Agent to log in as")]'));
      await panel.waitForSelector('li[id^="finding-"]:focus');

      await openView(panel, "diagnosis");
      await box?.evaluate((element) => /** @type {HTMLTextAreaElement} */ (element).select());
      await box?.type("the printer is on fire");
      await click(panel, "Find causes");
      await notice(panel, "not among the errors");
    });

    test("the report is the same in every format, and says nothing that the page keeps secret", async () => {
      const page = await open(APPLICATION, "Details");
      await assertMark(page, "Agent to log in as", "missing");
      const panel = await openPanel(page);
      await openView(panel, "report");
      for (const [format, sign] of Object.entries(FORMATS)) {
        await panel.select("#view-report select", format);
        const preview = await panel.waitForFunction(
          (sign) => {
            const { value } = /** @type {HTMLTextAreaElement} */ (document.querySelector("textarea.preview"));
            return new RegExp(sign).test(value) && value;
          },
          {},
          sign,
        );
        const text = String(await preview.jsonValue());
        assert.ok(text.includes("Agent to log in as"), format);
        assert.ok(!text.includes("pf-SECRET-"), format);
      }
    });
  },
  { csp: [false], preferences: ENDS_SOON },
);

/** How each format is told. */
const FORMATS = {
  text: "^Moovila",
  markdown: "^#",
  csv: "^[a-z_]+,[a-z_]+,",
  json: '^\\{\\s*"schema": "preflight-report/1"',
  html: "^<!doctype html>",
};

/**
 * The storage areas in which something that was seen lies.
 * @param {import("puppeteer-core").Page} page
 */
async function placesOfEvidence(page) {
  const areas = Object.entries(JSON.parse(await storage(page)));
  return areas.flatMap(([name, area]) => (Object.keys(area).some((key) => key.startsWith("evidence ")) ? [name] : []));
}
