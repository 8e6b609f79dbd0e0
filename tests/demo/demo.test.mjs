// The demo tenant against what is known of Halo's screens (docs/halo/facts.md, section 15). No extension is loaded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { choose, openTab, press, recordPath, tick } from "../../tools/halo.mjs";
import { openScreen, screensOf } from "../../tools/screens.mjs";
import { inChromium } from "./stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../../tools/screens.mjs").Mode} Mode */

/** @type {{ sections: { fields: { label: string }[] }[] }} */
const vocabulary = JSON.parse(readFileSync(new URL("../../src/vocabulary/halo.json", import.meta.url), "utf8"));

const LABELS = "label[for^='input-field-for-']";
const SELECTS = "input[id^='react-select-'][id$='-input']";
const BOXES = "input[type=checkbox]";

const ROWS = ".rt-tr-group";

/**
 * How many of what stand on each screen of Moovila's tenant, all set up.
 * @type {Record<string, { [mode in Mode]?: Record<string, number> }>}
 */
const EXPECTED = {
  "application.details": { read: { [LABELS]: 10, ".read-value": 6, ".noedit-value": 4 }, edit: { [SELECTS]: 3 } },
  "application.permissions": { read: { [LABELS]: 52, ".read-value": 52 }, edit: { [BOXES]: 52, [LABELS]: 52 } },
  "agent.details": { read: { [LABELS]: 14, ".read-value": 14 }, edit: { [SELECTS]: 5, [BOXES]: 4 } },
  "agent.permissions": {
    read: { [LABELS]: 113, ".read-value[title]": 111, ".noedit-value": 2, ".details-group-header.title": 17 },
    edit: { [LABELS]: 113, [SELECTS]: 111, ".noedit-value": 2, ".read-value": 0, select: 0 },
  },
  "role.details": { read: { [LABELS]: 3, ".read-value": 3 }, edit: { [SELECTS]: 1, textarea: 1 } },
  "role.permissions": {
    read: { [LABELS]: 113, ".read-value[title]": 111, ".noedit-value": 2, ".details-group-header.title": 17 },
    edit: { [LABELS]: 113, [SELECTS]: 111, ".noedit-value": 2, ".read-value": 0, select: 0 },
  },
  // One department and one team of its own, and the same from its role.
  "agent.departments-teams": {
    read: { ".ReactTable": 2, [ROWS]: 4, ".read-value": 1, [SELECTS]: 0 },
    edit: { ".ReactTable": 2, [ROWS]: 4, [SELECTS]: 2, "button[title=Remove]": 2 },
  },
  "role.departments-teams": {
    read: { ".ReactTable": 2, [ROWS]: 2, ".read-value": 1, [SELECTS]: 0 },
    edit: { ".ReactTable": 2, [ROWS]: 2, [SELECTS]: 2, "button[title=Remove]": 2 },
  },
  "ticket-type.details": { read: { [LABELS]: 7, ".read-value": 7 }, edit: { [SELECTS]: 3, [BOXES]: 3 } },
  "ticket-type.defaults": { read: { [LABELS]: 6, ".read-value": 6 }, edit: { [SELECTS]: 6 } },
  "ticket-type.field-list": {
    read: { [ROWS]: 5, "button[title=Remove]": 0 },
    edit: { [ROWS]: 5, "button[title=Remove]": 5 },
  },
  "advanced-settings": { edit: { [LABELS]: 10, [SELECTS]: 5, [BOXES]: 3, "input:not([id^=react-select])": 5 } },
  "api-details": { read: { [LABELS]: 3, ".noedit-value": 3, "button.glow-btn": 1 } },
};

/**
 * @param {Page} page
 * @param {string[]} selectors
 */
function count(page, selectors) {
  return page.$eval(
    ".record-panel, .mainscreen2:not(.with-record)",
    (panel, wanted) =>
      Object.fromEntries(wanted.map((selector) => [selector, panel.querySelectorAll(selector).length])),
    selectors,
  );
}

/**
 * The text of a field's value in read mode.
 * @param {Page} page
 * @param {string} name
 */
function readValue(page, name) {
  return page.$eval(`.record-panel label[for="input-field-for-${name}"] + *`, (value) => value.textContent);
}

inChromium("demo tenant", ({ page, open, address, port, browser }) => {
  for (const screen of screensOf("moovila", "all")) {
    for (const mode of screen.modes) {
      test(`${[screen.id, screen.record].filter(Boolean).join(" of ")} in ${mode} mode`, async () => {
        const expected = EXPECTED[screen.id]?.[mode] ?? {};
        const options = "state:all,delay:0,lazy:off";
        await openScreen(page(), { port: port(), vendor: "moovila", screen, mode, options });
        assert.deepEqual(await count(page(), Object.keys(expected)), expected);
      });
    }
  }

  test("a row opens on a whole mouse click, and the address names the record", async () => {
    await open("/config/agents/agents", "delay:0");
    await page().$eval('.rt-tr-group[id="0000102"]', (row) => /** @type {HTMLElement} */ (row).click());
    assert.equal(page().url(), address("/config/agents/agents"));
    await page().click('.rt-tr-group[id="0000102"]');
    await page().waitForSelector(".record-panel");
    assert.equal(page().url(), address(recordPath("moovila", "agent")));
  });

  test("a record comes late, with a loader in its place", async () => {
    await open(recordPath("moovila", "agent"), "delay:600000");
    await page().waitForSelector(".application-loader");
    assert.equal(await page().$(".record-panel"), null);
    await open(recordPath("moovila", "agent"), "delay:50");
    await page().waitForSelector(".record-panel");
    assert.equal(await page().$(".application-loader"), null);
  });

  test("the record before stays in the page, hidden", async () => {
    await open(recordPath("moovila", "role"), "delay:0");
    await page().waitForSelector(".record-panel");
    await page().click('.rt-tr-group[id="0000001"]');
    const stale = await page().waitForSelector(".stale .details-group", { hidden: true });
    assert.match(String(await stale?.evaluate((group) => group.textContent)), /Moovila API/);
  });

  test("sections of the form come when they scroll into view", async () => {
    await open(recordPath("moovila", "role"), "delay:0");
    await openTab(page(), "Permissions");
    await press(page(), "Edit");
    await page().waitForSelector(SELECTS);
    const last = "::-p-xpath(//*[contains(@class, 'details-group-header')][. = 'Miscellaneous Permissions'])";
    assert.equal(await page().$(last), null);
    await page().$eval(".lazy-place:last-child", (place) => place.scrollIntoView());
    await page().waitForSelector(last);
  });

  test("Save keeps a change over a reload, and Edit leaves the address alone", async () => {
    const path = recordPath("moovila", "role");
    await open(path, "delay:0");
    await openTab(page(), "Permissions");
    assert.equal(await readValue(page(), "Ux"), "View (Names Only)");
    await press(page(), "Edit");
    await choose(page(), "Clients Access Level", "Read Only");
    assert.equal(page().url(), address(path));
    await press(page(), "Save");
    await page().reload();
    await openTab(page(), "Permissions");
    assert.equal(await readValue(page(), "Ux"), "Read Only");
  });

  test("Cancel discards", async () => {
    await open(recordPath("moovila", "application"), "delay:0");
    await openTab(page(), "Permissions");
    await press(page(), "Edit");
    await tick(page(), "all");
    await press(page(), "Cancel");
    assert.equal(await readValue(page(), "all"), "No");
  });

  test("Escape leaves the form for the list and discards", async () => {
    await open(recordPath("moovila", "agent"), "delay:0");
    await press(page(), "Edit");
    await tick(page(), "Is an API-only Agent");
    await page().keyboard.press("Escape");
    await page().waitForFunction(() => !document.querySelector(".record-panel"));
    assert.equal(page().url(), address("/config/agents/agents"));
    await page().click('.rt-tr-group[id="0000102"]');
    await page().waitForSelector(".record-panel");
    assert.equal(await readValue(page(), "isapiagent"), "No");
  });

  test("a new role shows its other tabs after the first save", async () => {
    await open("/config/agents/roles?id=-1", "delay:0,state:none");
    await page().waitForSelector(".record-panel");
    assert.deepEqual(await count(page(), [".react-tabs__tab"]), { ".react-tabs__tab": 1 });
    await page().type("#input-field-for-name", "API role");
    await press(page(), "Save");
    await page().waitForFunction(() => document.querySelectorAll(".react-tabs__tab").length === 5);
  });

  test("the theme flips while the page is open", async () => {
    await open(recordPath("moovila", "agent"), "delay:0");
    await page().waitForSelector("#app-container.theme-light .record-panel");
    await page().click(".theme-switch");
    await page().waitForSelector("#app-container.theme-dark .record-panel");
  });

  test("a Dutch tenant has no English label", async () => {
    await open(recordPath("moovila", "role"), "delay:0,lang:nl,lazy:off");
    await openTab(page(), "Rechten");
    const labels = await page().$$eval(LABELS, (all) => all.map((label) => label.textContent));
    const english = vocabulary.sections.flatMap(({ fields }) => fields.map(({ label }) => label));
    assert.equal(labels.length, english.length);
    assert.deepEqual(
      labels.filter((label) => english.includes(String(label))),
      [],
    );
    assert.equal(await page().$eval("html", (root) => root.lang), "nl");
  });

  test("the first click on a tab may be lost", async () => {
    await open(recordPath("moovila", "role"), "delay:0,swallow:yes");
    const tab = await page().waitForSelector("::-p-xpath(//li[. = 'Permissions'])");
    await tab?.click();
    assert.equal(await page().$eval(".react-tabs__tab--selected", (selected) => selected.textContent), "Details");
    await tab?.click();
    await page().waitForSelector("::-p-xpath(//li[contains(@class, '--selected')][. = 'Permissions'])");
  });

  test("only the property says whether a box is ticked", async () => {
    await open(recordPath("moovila", "application"), "delay:0,state:all,boxes:property");
    await openTab(page(), "Permissions");
    await press(page(), "Edit");
    const boxes = await page().$$eval(BOXES, (all) => ({
      ticked: all.filter((box) => /** @type {HTMLInputElement} */ (box).checked).length,
      withAttribute: all.filter((box) => box.hasAttribute("checked")).length,
    }));
    assert.deepEqual(boxes, { ticked: 13, withAttribute: 0 });
  });

  test("a mistaken option is named", async () => {
    const other = await browser().newPage();
    await other.goto(address("/config?demo=theme:pink"));
    assert.match(await other.$eval("body", (body) => body.textContent), /theme: "pink" is not one of light, dark/);
    await other.close();
  });
});
