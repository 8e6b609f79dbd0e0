// The panel: choose a vendor and its features, see the findings, go to a field.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openLastRecord, openTab, press, recordPath } from "../../tools/halo.mjs";
import { activate, click, find, notice, openView } from "../../tools/panel-view.mjs";
import { openPanel, pressCommand } from "../../tools/spy.mjs";
import { assertMark, assertMarks, assertShown } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** Wanted by Gradient's alerts only, and not granted in the half-done tenant. */
const FOR_ALERTS = "Can Edit Advanced Ticket Details";

/** Wanted by Gradient on the role. */
const FOR_ROLE = "Tickets Access Level";

const NEXT = "Next thing to do on the page";

inBothBrowsers("Panel", (stage) => {
  test("a vendor is found by typing, and its marks appear; another feature changes them", async () => {
    const path = recordPath("gradient-msp", "role");
    const page = await stage.open(stage.address("gradient-msp-half", path, { demo: "delay:0,lazy:off" }));
    await openTab(page, "Permissions");
    await assertMarks(page, {});
    const panel = await openPanel(page);
    await (await panel.waitForSelector("[role=combobox]"))?.type("gradient");
    await panel.keyboard.press("Enter");
    await panel.waitForSelector("#screen-role\\.permissions");
    await assertMark(page, FOR_ALERTS, "missing");

    await activate(await panel.waitForSelector(".chosen summary"));
    await activate(await panel.waitForSelector('::-p-xpath(//label[contains(., "Alert")]//input)'));
    await assertMark(page, FOR_ALERTS, null);
  });

  test("shows where a finding is on the page", async () => {
    const path = recordPath("moovila", "agent");
    const link = "preflight=moovila";
    const page = await stage.open(stage.address("moovila-half", path, { demo: "delay:0,lazy:off", link }));
    await openTab(page, "Permissions");
    await assertMark(page, "Allow use of all Clients", "missing");
    const panel = await openPanel(page);
    const show = await panel.waitForSelector('::-p-xpath(//button[contains(@aria-label, "Allow use of all Clients")])');
    await activate(show);
    await scrolledIntoView(await page.waitForSelector("[data-preflight-shown]"));
  });

  test("leads to a field that is on another tab, and shows it there", async () => {
    const path = recordPath("moovila", "application");
    const page = await stage.open(stage.address("moovila-half", path, { link: "preflight=moovila" }));
    await assertMark(page, "Login Type", "met");
    const panel = await openPanel(page);
    await showMe(panel, "edit:tickets");
    await assertPointed(page, "Permissions");
    await notice(panel, "Open the tab “Permissions”");
    await openTab(page, "Permissions");
    await assertShown(page, "edit:tickets");
    await assertPointed(page, null);
  });

  test("opens the screen of a field that is elsewhere, says what to click there, and can be stopped", async () => {
    const path = recordPath("gradient-msp", "application");
    const link = "preflight=gradient-msp";
    // A tenant of its own: of the others, tests before this one have seen the role.
    const page = await stage.open(stage.address("gradient-msp-all", path, { link }));
    await assertMark(page, "Login Type", "met");
    const panel = await openPanel(page);
    const arrived = page.waitForNavigation();
    await showMe(panel, FOR_ROLE);
    await arrived;
    await notice(panel, "Open the record in the list");
    await openLastRecord(page);
    await assertPointed(page, "Permissions");
    await click(panel, "Stop");
    await assertPointed(page, null);
  });

  test("goes from one thing to do to the next and back, round at the ends, by button and by key", async () => {
    const path = recordPath("moovila", "agent");
    const link = "preflight=moovila";
    const page = await stage.open(stage.address("moovila-half", path, { demo: "delay:0,lazy:off", link }));
    await openTab(page, "Permissions");
    await assertMark(page, "Allow use of all Clients", "missing");
    const toDo = await fieldsToDo(page);
    const [first = "", second = ""] = toDo;
    const panel = await openPanel(page);
    await click(panel, NEXT);
    await assertShown(page, first);
    await click(panel, NEXT);
    await assertShown(page, second);
    await pressCommand(page, "previous");
    await assertShown(page, first);
    await pressCommand(page, "previous");
    await assertShown(page, toDo.at(-1) ?? "");
    await pressCommand(page, "next");
    await assertShown(page, first);
    assert.match(await said(page), new RegExp(`^1 of ${toDo.length}: ${first}, `));
  });

  test("the open page can be passed on, without names and secrets", async () => {
    const path = recordPath("moovila", "application");
    const demo = "delay:0,secret:shown";
    const page = await stage.open(stage.address("moovila-half", path, { demo, link: "preflight=moovila" }));
    await press(page, "Edit");
    await assertMark(page, "Application Name", "met");
    // As where Halo heads a page with the name of its record.
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement("h2"), { textContent: "Jane Doe" }));
    });
    const panel = await openPanel(page);
    await openView(panel, "report");
    await panel.select("#view-report select", "snapshot");
    const preview = await panel.waitForFunction(() => {
      const { value } = /** @type {HTMLTextAreaElement} */ (document.querySelector("textarea.preview"));
      return value.startsWith("{") && value.includes('"nodes"') && value;
    });
    const text = String(await preview.jsonValue());
    const { url, nodes } = JSON.parse(text);
    assert.equal(new URL(url).host, "tenant.halopsa.com");
    for (const label of ["Agent to log in as", "Client Secret", "Login Type"])
      assert.ok(nodes.text.includes(label), label);
    for (const kept of ["pf-SECRET-", "Moovila", "moovila-half", "Jane Doe"]) assert.ok(!text.includes(kept), kept);
  });
});

/**
 * Clicks a finding's "Show me", folded away or not.
 * @param {import("puppeteer-core").Page} panel
 * @param {string} field
 */
async function showMe(panel, field) {
  const button = await find(panel, `//button[@aria-label = "Show me: ${field}"]`);
  await button.evaluate((element) => /** @type {HTMLElement} */ (element).click());
}

/**
 * Waits until the page points at the tab or button with this name; null: at nothing.
 * @param {import("puppeteer-core").Page} page
 * @param {string | null} name
 */
async function assertPointed(page, name) {
  await page.waitForFunction(
    (name) => (document.querySelector("[data-preflight-pointed]")?.textContent?.trim() ?? null) === name,
    { polling: "mutation" },
    name,
  );
}

/**
 * Labels of the fields with something to do, from the top of the page to its end.
 * @param {import("puppeteer-core").Page} page
 */
function fieldsToDo(page) {
  return page.evaluate(() =>
    ["missing", "wrong", "excess"]
      .flatMap((outcome) => [...document.querySelectorAll(`[data-preflight="${outcome}"]`)])
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((element) => element.closest(".row")?.querySelector("label")?.textContent?.trim() ?? ""),
  );
}

/**
 * What Preflight says in passing.
 * @param {import("puppeteer-core").Page} page
 */
function said(page) {
  return page.evaluate(
    () => document.querySelector("preflight-marks")?.shadowRoot?.querySelector(".speaker")?.textContent ?? "",
  );
}

/**
 * Waits until all of the element is in view: the way there may be a smooth one.
 * @param {import("puppeteer-core").ElementHandle | null} element
 */
async function scrolledIntoView(element) {
  await element?.evaluate(
    (shown) =>
      new Promise((resolve) => {
        const inView = (/** @type {IntersectionObserverEntry[]} */ entries) =>
          entries.some(({ intersectionRatio }) => intersectionRatio === 1) && resolve(undefined);
        new IntersectionObserver(inView, { threshold: 1 }).observe(shown);
      }),
  );
}
