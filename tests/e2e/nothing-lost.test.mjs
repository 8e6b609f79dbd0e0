// What is stored, chosen and edited is not lost: to a full storage, to a deletion at the same time, to a link.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, press, recordPath, tick } from "../../tools/halo.mjs";
import { activate, click, find, list, notice, openView } from "../../tools/panel-view.mjs";
import { duringJudgement, fillStorage, openPanel, reportHere, settled, storage } from "../../tools/spy.mjs";
import { assertMark, assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const DEMO = "delay:0,lazy:off";
const APPLICATION = recordPath("moovila", "application");

/** The application of the vendor that a tenant is named after. @param {string} tenant */
const applicationOf = (tenant) =>
  recordPath(
    /** @type {import("../../tools/halo.mjs").Vendor} */ (tenant.replace(/-(none|half|all)$/, "")),
    "application",
  );

/** The first link of the panel that leads elsewhere in the tenant. */
const WAY = '//main//a[not(@target = "_blank")]';

inBothBrowsers(
  "Nothing is lost",
  (stage) => {
    /** Each test has a tenant of its own. @param {string} tenant @param {string} tab @param {string} [link] */
    const open = async (tenant, tab, link = "preflight=moovila") => {
      const page = await stage.open(stage.address(tenant, applicationOf(tenant), { demo: DEMO, link }));
      await openTab(page, tab);
      return page;
    };
    /** @param {string} tenant */
    const originOf = (tenant) => new URL(stage.address(tenant, "/")).origin;

    test("a full storage costs the oldest readings, never a mark, and the panel says so", async () => {
      const page = await open("moovila-half", "Details");
      await assertMark(page, "Login Type", "met");
      const origin = originOf("moovila-half");
      await fillStorage(page, origin);
      await openTab(page, "Permissions");
      await assertMark(page, "edit:tickets", "missing");
      const panel = await openPanel(page);
      await notice(panel, "storage for Preflight is full");
      const { session } = JSON.parse(await storage(page));
      const readings = Object.keys(session).filter((key) => key.startsWith(`evidence ${origin} `));
      assert.ok(
        readings.some((key) => key.includes("application.permissions")),
        "the newest reading is stored",
      );
      assert.ok(!readings.includes(`evidence ${origin} agent.permissions 0`), "the oldest one gave way");
      await click(panel, "OK");
      await find(panel, '//main[not(contains(., "storage for Preflight is full"))]');
    });

    test("what is deleted while a page is judged does not come back", async () => {
      const page = await open("mspbots-half", "Details", "preflight=mspbots");
      const tenant = originOf("mspbots-half");
      const deleted = duringJudgement(page, { kind: "forget-tenant", tenant });
      await openTab(page, "Permissions");
      await deleted;
      await assertMarks(page, {});
      const { local, session } = JSON.parse(await storage(page));
      assert.deepEqual(
        Object.keys({ ...local, ...session }).filter((key) => key.includes(tenant)),
        [],
      );
    });

    test("the panel's links do not discard an edit: they ask first", async () => {
      const page = await open("moovila-half", "Permissions");
      await press(page, "Edit");
      await tick(page, "edit:tickets");
      const panel = await openPanel(page);
      await notice(panel, "Unsaved changes");
      const link = '//*[@class = "progress"]//a[. = "Ticket type · Details"]';
      await activate(await find(panel, link));
      await find(panel, '//*[@role = "alertdialog"]//button[. = "Stay on the page"]');
      await panel.keyboard.press("Escape");
      await find(panel, '//main[not(.//*[@role = "alertdialog"])]');
      assert.equal(new URL(page.url()).pathname, new URL(APPLICATION, page.url()).pathname);
      await activate(await find(panel, link));
      const arrived = page.waitForNavigation();
      await click(panel, "Leave without saving");
      await arrived;
      assert.equal(new URL(page.url()).pathname, "/config/tickets/tickettype");
    });

    test("whatever in the panel leads elsewhere asks first", async () => {
      const page = await open("laborcast-all", "Permissions", "preflight=laborcast");
      await assertMark(page, "read:sales", "met");
      const panel = await openPanel(page);
      await list(panel, "all");
      await openView(panel, "tour");
      await click(panel, "Start the tour");
      await find(panel, '//*[@id = "view-tour"]//button[. = "Stop"]');
      await press(page, "Edit");
      await tick(page, "read:sales");
      await notice(panel, "Unsaved changes");
      let asked = 0;
      for (const view of /** @type {const} */ (["findings", "tour", "integration", "diagnosis", "report"])) {
        await openView(panel, view);
        const ways = await panel.$$eval("main a:not([target=_blank])", (all) =>
          all.map(({ textContent }) => textContent),
        );
        for (const at of ways.keys()) {
          await panel.$$eval(
            "main a:not([target=_blank])",
            (all, at) => /** @type {HTMLElement} */ (all[at]).click(),
            at,
          );
          await find(panel, '//*[@role = "alertdialog"]');
          await panel.keyboard.press("Escape");
          await find(panel, '//main[not(.//*[@role = "alertdialog"])]');
          asked++;
        }
      }
      assert.ok(asked > 5, `${asked} links`);
      // What is to be seen on another screen is led to, and that asks as well.
      await openView(panel, "findings");
      await activate(
        await find(panel, '//li[contains(@class, "not-seen")]//button[starts-with(@aria-label, "Show me")]'),
      );
      await find(panel, '//*[@role = "alertdialog"]');
      await click(panel, "Stay on the page");
      assert.equal(new URL(page.url()).pathname, new URL(applicationOf("laborcast-all"), page.url()).pathname);
      await page.waitForSelector(".details-form input");
    });

    test("what is changed on a page that nobody can read is not discarded either", async () => {
      const page = await open("moovila-half", "Details");
      await assertMark(page, "Login Type", "met");
      const panel = await openPanel(page);
      const own = applicationOf("moovila-half");
      for (const { path, demo, change } of [
        { path: "/config/unknown", demo: DEMO, change: typeInto('<input id="added">') },
        { path: "/tickets", demo: DEMO, change: typeInto('<div id="added" contenteditable="true">Note</div>') },
        { path: own, demo: `${DEMO},lang:nl`, change: clickOn('<div id="added" role="option">Read Only</div>') },
      ]) {
        await page.goto(stage.address("moovila-half", path, { demo }));
        const { pathname } = new URL(page.url());
        await change(page);
        await activate(await find(panel, WAY));
        await find(panel, '//*[@role = "alertdialog"]');
        await click(panel, "Stay on the page");
        await find(panel, '//main[not(.//*[@role = "alertdialog"])]');
        assert.equal(new URL(page.url()).pathname, pathname);
      }
    });

    test("where nothing was changed, and what was searched for, is left without a question", async () => {
      const page = await open("gradient-msp-all", "Details", "preflight=gradient-msp");
      await assertMark(page, "Login Type", "met");
      const panel = await openPanel(page);
      const look = typeInto('<input id="added" type="search">');
      // What was changed on a page before, is none of the next one's.
      const before = typeInto('<input id="added">');
      for (const change of [look, before]) {
        await page.goto(stage.address("gradient-msp-all", "/config/unknown", { demo: DEMO }));
        await change(page);
        if (change === before) await page.goto(stage.address("gradient-msp-all", "/config/other", { demo: DEMO }));
        const arrived = page.waitForNavigation();
        await activate(await find(panel, WAY));
        await arrived;
      }
      // A record that is seen as it is saved has nothing to lose, though it was edited before.
      await page.goto(stage.address("gradient-msp-all", applicationOf("gradient-msp-all"), { demo: DEMO }));
      await openTab(page, "Permissions");
      await press(page, "Edit");
      await tick(page, "read:customers");
      await notice(panel, "Unsaved changes");
      await press(page, "Save");
      await find(panel, '//main[not(contains(., "Unsaved changes"))]');
      await settled(page);
      const arrived = page.waitForNavigation();
      await activate(await find(panel, WAY));
      await arrived;
    });

    test("a link takes effect where nothing is chosen, and says so; else it proposes, in its tab only", async () => {
      const page = await open("moovila-all", "Permissions");
      await assertMark(page, "edit:tickets", "met");
      const report = await reportHere(page);
      assert.ok(
        report?.findings.some(({ outcome }) => outcome === "met"),
        "the page behind a link has its report",
      );
      const panel = await openPanel(page);
      await notice(panel, "Chosen by the link you followed: Moovila");
      await click(panel, "Keep");
      await find(panel, '//main[not(contains(., "link you followed"))]');

      const other = await open("moovila-all", "Permissions", "preflight=gradient-msp");
      await assertMark(other, "edit:tickets", "met");
      const proposing = await openPanel(other);
      await notice(proposing, "adds Gradient MSP");
      assert.deepEqual(await vendors(page, originOf("moovila-all")), ["moovila"]);
      await click(proposing, "Dismiss");
      await find(proposing, '//main[not(contains(., "Gradient MSP"))]');

      await other.goto(stage.address("moovila-all", APPLICATION, { demo: DEMO, link: "preflight=gradient-msp" }));
      await openTab(other, "Permissions");
      await notice(proposing, "adds Gradient MSP");
      await click(proposing, "Keep");
      await find(proposing, '//main[not(contains(., "link you followed"))]');
      assert.deepEqual(await vendors(page, originOf("moovila-all")), ["moovila", "gradient-msp"]);
    });

    test("a link is of the tenant on which it was opened, and survives a sign-in elsewhere", async () => {
      const page = await stage.open(
        stage.address("laborcast-half", "/auth/login", { demo: DEMO, link: "preflight=laborcast" }),
      );
      await page.waitForFunction(() => location.hash === "");
      await page.goto("about:blank");
      await page.goto(stage.address("datagate-half", applicationOf("datagate-half"), { demo: DEMO }));
      await openTab(page, "Permissions");
      await assertMarks(page, {});
      assert.deepEqual(await vendors(page, originOf("datagate-half")), []);
      await page.goto(stage.address("laborcast-half", applicationOf("laborcast-half"), { demo: DEMO }));
      await openTab(page, "Permissions");
      await assertMark(page, "read:sales", "missing");
    });

    test("a hundred links in a row do no harm", async () => {
      const page = await open("gradient-msp-half", "Details", "preflight=gradient-msp");
      await assertMark(page, "Login Type", "met");
      await page.evaluate(async () => {
        for (let count = 0; count < 100; count++) {
          location.hash = `#preflight=${count % 2 ? "moovila" : "datagate"}&features=x${count}`;
          await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
        }
      });
      await openTab(page, "Permissions");
      await openTab(page, "Details");
      await assertMark(page, "Login Type", "met");
      assert.deepEqual(await vendors(page, originOf("gradient-msp-half")), ["gradient-msp"]);
    });
  },
  { csp: [false] },
);

/** @param {string} html of something with the id `added` @returns {(page: Page) => Promise<void>} */
function typeInto(html) {
  return async (page) => {
    await clickOn(html)(page);
    await page.keyboard.type("x");
  };
}

/** @param {string} html of something with the id `added` @returns {(page: Page) => Promise<void>} */
function clickOn(html) {
  return async (page) => {
    // Before everything else. A page has to be in front so that one can type into text.
    await page.evaluate((html) => document.body.insertAdjacentHTML("afterbegin", html), html);
    await page.bringToFront();
    await page.click("#added");
  };
}

/**
 * The vendors that are stored as chosen for a tenant.
 * @param {Page} page
 * @param {string} tenant
 */
async function vendors(page, tenant) {
  const { local } = JSON.parse(await storage(page));
  return (local[`setup ${tenant}`]?.vendors ?? []).map((/** @type {{ profile: string }} */ { profile }) => profile);
}
