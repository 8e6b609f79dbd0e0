// The demo tenant against what is known of Halo's screens (docs/halo/facts.md, section 15). No extension is loaded.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { choose, openTab, press, recordPath, tick } from "../tests/e2e/halo.mjs";
import { buildDemo } from "./build.mjs";
import { launchPlain, openScreen, SCREENS } from "./screens.mjs";
import { startDemo } from "./server.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** @type {{ sections: { fields: { label: string }[] }[] }} */
const vocabulary = JSON.parse(readFileSync(new URL("../src/vocabulary/halo.json", import.meta.url), "utf8"));

const LABELS = "label[for^='input-field-for-']";
const SELECTS = "input[id^='react-select-'][id$='-input']";
const BOXES = "input[type=checkbox]";

/** How many of what stand in the open record. */
const EXPECTED = {
  "application.details": { read: { [LABELS]: 10, ".read-value": 6, ".noedit-value": 4 }, edit: { [SELECTS]: 3 } },
  "application.permissions": { read: { [LABELS]: 48, ".read-value": 48 }, edit: { [BOXES]: 48, [LABELS]: 48 } },
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
};

/**
 * @param {Page} page
 * @param {string[]} selectors
 */
function count(page, selectors) {
  return page.$eval(
    ".record-panel",
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

for (const strictCsp of [false, true]) {
  describe(strictCsp ? "demo tenant under a strict policy" : "demo tenant", () => {
    /** @type {Awaited<ReturnType<typeof startDemo>>} */
    let demo;
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {Page} */
    let page;
    /** @type {string[]} */
    const complaints = [];

    before(async () => {
      const dir = mkdtempSync(join(tmpdir(), "demo-"));
      await buildDemo(dir);
      demo = await startDemo({ dir, strictCsp });
      browser = await launchPlain();
      page = await browser.newPage();
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
      });
    });
    after(async () => {
      await browser?.close();
      await demo?.close();
    });

    /**
     * @param {string} path
     * @param {string} options
     */
    const open = (path, options) => page.goto(`${address(path)}${path.includes("?") ? "&" : "?"}reset&demo=${options}`);
    /** @param {string} path */
    const address = (path) => `https://demo.halopsa.com:${demo.port}${path}`;

    for (const screen of SCREENS) {
      const expected = EXPECTED[/** @type {keyof typeof EXPECTED} */ (screen.id)];
      for (const mode of /** @type {const} */ (["read", "edit"])) {
        test(`${screen.id} in ${mode} mode`, async () => {
          const options = "state:all,delay:0,lazy:off";
          await openScreen(page, { port: demo.port, vendor: "moovila", screen, mode, options });
          assert.deepEqual(await count(page, Object.keys(expected[mode])), expected[mode]);
        });
      }
    }

    test("a row opens on a whole mouse click, and the address names the record", async () => {
      await open("/config/agents/agents", "delay:0");
      await page.$eval('.rt-tr-group[id="0000102"]', (row) => /** @type {HTMLElement} */ (row).click());
      assert.equal(page.url(), address("/config/agents/agents"));
      await page.click('.rt-tr-group[id="0000102"]');
      await page.waitForSelector(".record-panel");
      assert.equal(page.url(), address(recordPath("moovila", "agent")));
    });

    test("a record comes late, with a loader in its place", async () => {
      await open(recordPath("moovila", "agent"), "delay:600000");
      await page.waitForSelector(".application-loader");
      assert.equal(await page.$(".record-panel"), null);
      await open(recordPath("moovila", "agent"), "delay:50");
      await page.waitForSelector(".record-panel");
      assert.equal(await page.$(".application-loader"), null);
    });

    test("the record before stays in the page, hidden", async () => {
      await open(recordPath("moovila", "role"), "delay:0");
      await page.waitForSelector(".record-panel");
      await page.click('.rt-tr-group[id="0000001"]');
      const stale = await page.waitForSelector(".stale .details-group", { hidden: true });
      assert.match(String(await stale?.evaluate((group) => group.textContent)), /Moovila API/);
    });

    test("sections of the form come when they scroll into view", async () => {
      await open(recordPath("moovila", "role"), "delay:0");
      await openTab(page, "Permissions");
      await press(page, "Edit");
      await page.waitForSelector(SELECTS);
      const last = "::-p-xpath(//*[contains(@class, 'details-group-header')][. = 'Miscellaneous Permissions'])";
      assert.equal(await page.$(last), null);
      await page.$eval(".lazy-place:last-child", (place) => place.scrollIntoView());
      await page.waitForSelector(last);
    });

    test("Save keeps a change over a reload, and Edit leaves the address alone", async () => {
      const path = recordPath("moovila", "role");
      await open(path, "delay:0");
      await openTab(page, "Permissions");
      assert.equal(await readValue(page, "Ux"), "View (Names Only)");
      await press(page, "Edit");
      await choose(page, "Clients Access Level", "Read Only");
      assert.equal(page.url(), address(path));
      await press(page, "Save");
      await page.reload();
      await openTab(page, "Permissions");
      assert.equal(await readValue(page, "Ux"), "Read Only");
    });

    test("Cancel discards", async () => {
      await open(recordPath("moovila", "application"), "delay:0");
      await openTab(page, "Permissions");
      await press(page, "Edit");
      await tick(page, "all");
      await press(page, "Cancel");
      assert.equal(await readValue(page, "all"), "No");
    });

    test("Escape leaves the form for the list and discards", async () => {
      await open(recordPath("moovila", "agent"), "delay:0");
      await press(page, "Edit");
      await tick(page, "Is an API-only Agent");
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector(".record-panel"));
      assert.equal(page.url(), address("/config/agents/agents"));
      await page.click('.rt-tr-group[id="0000102"]');
      await page.waitForSelector(".record-panel");
      assert.equal(await readValue(page, "isapiagent"), "No");
    });

    test("a new role shows its other tabs after the first save", async () => {
      await open("/config/agents/roles?id=-1", "delay:0,state:none");
      await page.waitForSelector(".record-panel");
      assert.deepEqual(await count(page, [".react-tabs__tab"]), { ".react-tabs__tab": 1 });
      await page.type("#input-field-for-name", "API role");
      await press(page, "Save");
      await page.waitForFunction(() => document.querySelectorAll(".react-tabs__tab").length === 5);
    });

    test("the theme flips while the page is open", async () => {
      await open(recordPath("moovila", "agent"), "delay:0");
      await page.waitForSelector("#app-container.theme-light .record-panel");
      await page.click(".theme-switch");
      await page.waitForSelector("#app-container.theme-dark .record-panel");
    });

    test("a Dutch tenant has no English label", async () => {
      await open(recordPath("moovila", "role"), "delay:0,lang:nl,lazy:off");
      await openTab(page, "Rechten");
      const labels = await page.$$eval(LABELS, (all) => all.map((label) => label.textContent));
      const english = vocabulary.sections.flatMap(({ fields }) => fields.map(({ label }) => label));
      assert.equal(labels.length, english.length);
      assert.deepEqual(
        labels.filter((label) => english.includes(String(label))),
        [],
      );
      assert.equal(await page.$eval("html", (root) => root.lang), "nl");
    });

    test("the first click on a tab may be lost", async () => {
      await open(recordPath("moovila", "role"), "delay:0,swallow:yes");
      const tab = await page.waitForSelector("::-p-xpath(//li[. = 'Permissions'])");
      await tab?.click();
      assert.equal(await page.$eval(".react-tabs__tab--selected", (selected) => selected.textContent), "Details");
      await tab?.click();
      await page.waitForSelector("::-p-xpath(//li[contains(@class, '--selected')][. = 'Permissions'])");
    });

    test("only the property says whether a box is ticked", async () => {
      await open(recordPath("moovila", "application"), "delay:0,state:all,boxes:property");
      await openTab(page, "Permissions");
      await press(page, "Edit");
      const boxes = await page.$$eval(BOXES, (all) => ({
        ticked: all.filter((box) => /** @type {HTMLInputElement} */ (box).checked).length,
        withAttribute: all.filter((box) => box.hasAttribute("checked")).length,
      }));
      assert.deepEqual(boxes, { ticked: 13, withAttribute: 0 });
    });

    test("a mistaken option is named", async () => {
      const other = await browser.newPage();
      await other.goto(address("/config?demo=theme:pink"));
      assert.match(await other.$eval("body", (body) => body.textContent), /theme: "pink" is not one of light, dark/);
      await other.close();
    });

    test("nothing was complained about", () => assert.deepEqual(complaints, []));
  });
}
