// Several vendors on one tenant, each with records of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, recordPath } from "../../tools/halo.mjs";
import { activate, choose, click, find, notice, openView, pickVendor } from "../../tools/panel-view.mjs";
import { openPanel, openSettings } from "../../tools/spy.mjs";
import { importProfile } from "./files.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";
import { readProfile } from "./walk/plan.mjs";

const DEMO = "delay:0,lazy:off";
const AGENT = recordPath("moovila", "agent");
const OTHER_AGENT = "/config/agents/agents?agentid=3";

/** A field of an agent that Moovila asks for and Gradient does not. */
const OF_MOOVILA = "Allow use of all Clients";

/** No two of the packaged vendors contradict each other: this one wants what Moovila forbids. */
const OPPOSITE = {
  schema: "preflight-profile/1",
  id: "opposite",
  version: "1",
  name: "Opposite",
  summary: "Wants an administrator.",
  sources: { guide: { title: "Set-up" } },
  features: [{ id: "all", name: "All", summary: "All of it.", default: true }],
  requirements: readProfile("moovila")
    .requirements.filter(({ field }) => field === "Is a HaloPSA Administrator")
    .map((one) => ({ ...one, expect: { is: "Yes" }, when: undefined, source: { of: "guide", lines: [1] } })),
};

inBothBrowsers(
  "Several vendors",
  (stage) => {
    /** Each test has a tenant of its own. @param {string} tenant @param {string} path @param {string} tab */
    const open = async (tenant, path, tab) => {
      const page = await stage.open(stage.address(tenant, path, { demo: DEMO, link: "preflight=moovila" }));
      await openTab(page, tab);
      return page;
    };
    /** @param {import("puppeteer-core").Page} page @param {string} path @param {string} [tab] */
    const goTo = async (page, path, tab) => {
      const [tenant = ""] = new URL(page.url()).hostname.split(".");
      await page.goto(stage.address(tenant, path, { demo: DEMO }));
      if (tab) await openTab(page, tab);
    };

    test("each has an agent of its own, which is judged and marked for it alone", async () => {
      const page = await open("moovila-half", OTHER_AGENT, "Permissions");
      await assertMark(page, OF_MOOVILA, "missing");
      const other = await page.$eval(".details_page_title", ({ textContent }) => textContent ?? "");
      await goTo(page, AGENT, "Permissions");
      await assertMark(page, OF_MOOVILA, "missing");
      const panel = await openPanel(page);
      await addVendor(panel, "gradient");
      await openView(panel, "integration");
      await choose(panel, agentOf("Gradient MSP"), "Moovila API");
      await choose(panel, agentOf("Moovila"), other);

      await assertMark(page, OF_MOOVILA, null);
      await goTo(page, OTHER_AGENT, "Permissions");
      await assertMark(page, OF_MOOVILA, "missing");

      // What they can do differs, and so does the way to what was not seen.
      for (const vendor of ["Moovila", "Gradient MSP"]) await find(panel, `//table[caption[. = "${vendor}"]]`);
      await openView(panel, "findings");
      const ways = '//*[@class = "progress"]//a[starts-with(., "Agent · Departments & Teams (")]';
      for (const agent of ["Moovila API", other]) await find(panel, `${ways}[contains(., "${agent}")]`);
    });

    test("a waiver stays when a vendor comes, and ends for both where both need it", async () => {
      const page = await open("laborcast-half", recordPath("laborcast", "application"), "Permissions");
      const panel = await openPanel(page);
      await click(panel, "Is LaborCast the integration’s application? Yes");
      for (const scope of ["all:teams", "edit:tickets"]) {
        // By keyboard: the list moves while the page is judged anew.
        await (await find(panel, `//button[@aria-label = "Accept as is: ${scope}"]`)).focus();
        await panel.keyboard.press("Enter");
        await (await panel.waitForSelector("input[name=reason]"))?.type("Not used here.");
        await panel.keyboard.press("Enter");
        await assertMark(page, scope, "waived");
        await find(panel, `//li[contains(@class, "waived")][contains(., "${scope}")]`);
      }
      await addVendor(panel, "gradient");
      // One vendor's application is not asked about for another one: the two share it because somebody says so.
      await assertMark(page, "edit:tickets", "waived");
      await openView(panel, "integration");
      await choose(panel, applicationOf("Gradient MSP"), "LaborCast");
      await assertMark(page, "edit:tickets", "missing");
      await openView(panel, "findings");
      await find(panel, '//li[contains(@class, "waived")][contains(., "all:teams")]');
      await click(panel, "Remove: Gradient MSP");
      await assertMark(page, "edit:tickets", "waived");
    });

    test("what contradicts is named, with who wants what, and never resolved", async () => {
      const page = await open("datagate-half", recordPath("datagate", "application"), "Permissions");
      const panel = await openPanel(page);
      const settings = await openSettings(page);
      await importProfile(settings, JSON.stringify(OPPOSITE));
      await click(settings, "Add this profile");
      await find(settings, '//*[@role = "status"][contains(., "Added")]');
      await settings.close();
      await addVendor(panel, "opposite");
      const named = '//section[@class = "contradictions"]//li[h4[. = "Is a HaloPSA Administrator"]]';
      await find(panel, `${named}//dt[. = "Moovila"]/following-sibling::dd[1][. = "No"]`);
      await find(panel, `${named}//dt[. = "Opposite"]/following-sibling::dd[1][. = "Yes"]`);
      await click(panel, "Remove: Opposite");
      await find(panel, '//main[not(.//section[@class = "contradictions"])]');
    });

    test("a list says which record to open", async () => {
      const page = await open("moovila-all", OTHER_AGENT, "Details");
      const other = await page.$eval(".details_page_title", ({ textContent }) => textContent ?? "");
      const panel = await openPanel(page);
      await notice(panel, `Is ${other} the integration’s agent?`);
      await click(panel, `Is ${other} the integration’s agent? No`);
      await notice(panel, "You answered that this record is not the integration’s");
      const settings = await openSettings(page);
      await find(settings, '//article[contains(., "Records answered “No”: 1")]');
      await settings.close();
      await click(panel, "Ask again");
      await notice(panel, `Is ${other} the integration’s agent?`);
      await goTo(page, "/config/agents/agents");
      await notice(panel, "Open the integration’s agent from this list.");
      // The one that carries the vendor's name is known by itself, the other one when somebody says so.
      await goTo(page, AGENT, "Details");
      await assertMark(page, "Is an API-only Agent", "met");
      await goTo(page, "/config/agents/agents");
      await notice(panel, "Open the integration’s agent from this list:");
      await follow(page, panel, "Moovila API");
      assert.equal(pathOf(page), AGENT);
      await goTo(page, "/config/agents/agents");
      await openView(panel, "integration");
      await choose(panel, '//label[starts-with(., "Agent")]/select', other);
      await follow(page, panel, other);
      assert.equal(pathOf(page), OTHER_AGENT);
    });
  },
  { csp: [false] },
);

/** @param {import("puppeteer-core").Page} panel @param {string} name */
async function addVendor(panel, name) {
  await click(panel, "Add another vendor");
  await pickVendor(panel, name);
}

/** The XPath of the choice of a vendor's record. @param {string} vendor @param {string} part */
const choiceOf = (vendor, part) => `//fieldset[legend[. = "${vendor}"]]//label[starts-with(., "${part}")]/select`;

/** @param {string} vendor */
const agentOf = (vendor) => choiceOf(vendor, "Agent");

/** @param {string} vendor */
const applicationOf = (vendor) => choiceOf(vendor, "Application");

/** Follows the link of a notice to a record. @param {import("puppeteer-core").Page} page @param {import("puppeteer-core").Page} panel @param {string} name */
async function follow(page, panel, name) {
  const arrived = page.waitForNavigation();
  await activate(await find(panel, `//*[contains(@class, "notice")]//a[. = "${name}"]`));
  await arrived;
}

/** @param {import("puppeteer-core").Page} page */
function pathOf(page) {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}
