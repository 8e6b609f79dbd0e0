// Lists inside forms, ticket types, and the pages without records (docs/halo/facts.md, 11.3 to 11.5). No extension is loaded.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, openTab, press, recordPath, tick } from "../../tools/halo.mjs";
import { addToList, chooseInRow, removeFromList } from "../../tools/lists.mjs";
import { inChromium } from "./stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PROJECT = "/config/tickets/tickettype?id=1021";

/**
 * The rows of the n-th table of the open record, each the texts of its cells.
 * @param {Page} page
 * @param {number} index
 */
function rows(page, index) {
  return page.$$eval(
    ".form-table",
    (tables, at) =>
      Array.from(tables[at]?.querySelectorAll(".rt-tr-group") ?? [], (group) =>
        Array.from(group.querySelectorAll(".rt-td"), (cell) => cell.textContent),
      ),
    index,
  );
}

/**
 * @param {Page} page
 * @param {string} selector
 */
const texts = (page, selector) => page.$$eval(selector, (all) => all.map((element) => element.textContent));

inChromium("forms of the demo tenant", ({ page, open, address }) => {
  test("rows of a role stand on the agent, and only the agent's own can be edited", async () => {
    await open(recordPath("moovila", "agent"), "delay:0");
    await openTab(page(), "Departments & Teams");
    assert.deepEqual(await rows(page(), 0), [
      ["Professional Services", "View All", ""],
      ["Service Desk", "Modify All", "Inherited from Role"],
    ]);
    assert.deepEqual(await rows(page(), 1), [["1st Line Support", "Service Desk", "Inherited from Role"]]);
    await press(page(), "Edit");
    await page().waitForSelector(".form-table .Select__control");
    const controls = await page().$$eval(".form-table .rt-tr-group", (all) =>
      all.map((row) => row.querySelectorAll(".Select__control, button").length),
    );
    assert.deepEqual(controls, [2, 0, 0]);
  });

  test("rows are added, changed and removed, and Save keeps them", async () => {
    await open(recordPath("moovila", "agent"), "delay:0");
    await openTab(page(), "Departments & Teams");
    await press(page(), "Edit");
    await addToList(page(), "Teams", "Projects");
    await addToList(page(), "Departments", "Back Office");
    await chooseInRow(page(), "Departments", "Back Office", "Modify All");
    await removeFromList(page(), "Departments", "Professional Services");
    await choose(page(), "Membership level to all Departments", "View all");
    await press(page(), "Save");
    await page().reload();
    await openTab(page(), "Departments & Teams");
    assert.deepEqual((await rows(page(), 0))[0], ["Back Office", "Modify All", ""]);
    assert.deepEqual((await rows(page(), 1))[0], ["Projects", "Professional Services", ""]);
    assert.deepEqual(await texts(page(), ".record-panel .read-value"), ["View all"]);
  });

  test("a role without departments and teams says so", async () => {
    await open(recordPath("datagate", "role"), "seed:datagate,delay:0");
    await openTab(page(), "Departments & Teams");
    assert.deepEqual(await texts(page(), ".form-table .rt-noData"), ["No rows found", "No rows found"]);
  });

  test("a ticket type opens in place from its list", async () => {
    await open("/config/tickets/tickettype", "delay:0");
    await page().click('.rt-tr-group[id="0001021"]');
    await page().waitForSelector(".record-panel");
    assert.equal(page().url(), address(PROJECT));
    assert.deepEqual(await texts(page(), ".react-tabs__tab"), [
      "Details",
      "Defaults",
      "Allowed Values",
      "Field List",
      "Email",
      "Other",
    ]);
  });

  test("a new ticket type has no address until it is saved", async () => {
    await open("/config/tickets/tickettype?id=-1", "delay:0,state:none");
    await page().waitForSelector("::-p-xpath(//*[@class = 'subscreen']/p[contains(., '404')])");
    await page().click(".list-head button");
    await page().waitForSelector(".record-panel");
    assert.deepEqual(await texts(page(), ".react-tabs__tab"), ["Details"]);
    await page().type("#input-field-for-name", "Roadmap");
    await choose(page(), "Project Hierarchy", "Project Tasks");
    await tick(page(), "Visible in List for Agents");
    await press(page(), "Save");
    await page().waitForFunction(() => document.querySelectorAll(".react-tabs__tab").length === 6);
    assert.equal(page().url(), address("/config/tickets/tickettype?id=21"));
    await page().reload();
    await page().waitForSelector(".record-panel");
    const read = await texts(page(), ".record-panel .read-value");
    assert.deepEqual(read, ["Roadmap", "Incident", "Tickets", "Project Tasks", "No", "Yes", "No"]);
  });

  for (const fieldlist of ["table", "chips"]) {
    const entries = fieldlist === "table" ? ".form-table .rt-td:first-child" : ".field-chip";
    test(`fields are added to and removed from a field list of ${fieldlist}`, async () => {
      await open(PROJECT, `delay:0,state:all,fieldlist:${fieldlist}`);
      await openTab(page(), "Field List");
      const before = await texts(page(), entries);
      assert.deepEqual(before, ["Summary", "Details", "Client", "Start Date & Time", "Target Date & Time"]);
      await press(page(), "Edit");
      await addToList(page(), "Field List", "Start Date");
      await removeFromList(page(), "Field List", "Start Date & Time");
      await press(page(), "Save");
      await page().waitForSelector(entries);
      assert.deepEqual(await texts(page(), entries), [
        "Summary",
        "Details",
        "Client",
        "Target Date & Time",
        "Start Date",
      ]);
    });
  }

  test("Access Control opens from the toolbar, with rows or without", async () => {
    await open("/config/tickets/tickettype?id=1", "delay:0");
    await page().waitForSelector(".record-panel");
    const button = "::-p-xpath(//*[@class = 'buttons-container']//button[normalize-space() = 'Access Control'])";
    await page().click(button);
    await page().waitForSelector(".modal-window");
    assert.deepEqual(await rows(page(), 0), [
      ["Role", "1st Line Support", "Read and Modify"],
      ["Agent", "Ines Duarte", "Owner"],
    ]);
    await page().click(".modal-window button");
    await page().click('.rt-tr-group[id="0000002"]');
    await page().waitForFunction(() => !document.querySelector(".modal-window"));
    await page().click(button);
    assert.equal(await page().$eval(".modal-window .rt-noData", (none) => none.textContent), "No rows found");
  });

  test("Advanced Settings save by themselves", async () => {
    await open("/config/advanced", "delay:0");
    await page().waitForSelector(".details-form");
    assert.deepEqual(await texts(page(), ".mainscreen2 button"), []);
    await choose(page(), "Next Ticket ID Calculation Method", "Auto-incrementing key");
    await tick(page(), "Allow admins to impersonate Agents");
    await page().reload();
    await page().waitForSelector(".details-form");
    const row = "::-p-xpath(//*[@class = 'row'][.//label[. = 'Next Ticket ID Calculation Method']])";
    const method = await page().$(row);
    assert.match(String(await method?.evaluate((all) => all.textContent)), /Auto-incrementing key/);
    assert.equal(
      await page().$eval(
        "#input-field-for-allow_agent_impersonation",
        (box) => /** @type {HTMLInputElement} */ (box).checked,
      ),
      true,
    );
  });

  test("API Details are text, or boxes that nobody can edit", async () => {
    const expected = ["https://demo.halopsa.com/api", "https://demo.halopsa.com/auth", "demo"];
    await open("/config/integrations/api", "delay:0");
    await page().waitForSelector(".noedit-value");
    assert.deepEqual(await texts(page(), ".noedit-value"), expected);
    await open("/config/integrations/api", "delay:0,api:inputs");
    await page().waitForSelector(".row input[readonly]");
    const values = await page().$$eval(".row input[readonly]", (all) =>
      all.map((input) => /** @type {HTMLInputElement} */ (input).value),
    );
    assert.deepEqual(values, expected);
    await page().click("::-p-xpath(//button[. = 'View Applications'])");
    await page().waitForSelector(".rt-tr-group");
    assert.equal(page().url(), address("/config/integrations/api/applications"));
  });
});
