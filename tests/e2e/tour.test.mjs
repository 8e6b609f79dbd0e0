// The guided tour: it points, the person acts, the core sees that it is done, and the next step comes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, openTab, press, recordPath, tick, toggleMenu, write } from "../../tools/halo.mjs";
import { activate, click, find, notice, openView } from "../../tools/panel-view.mjs";
import { backgroundStart, ENDS_SOON, openPanel, stopBackground } from "../../tools/spy.mjs";
import { violations } from "./axe.mjs";
import { kept } from "./files.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** Each test has a tenant of its own, which is set up half-way for MSPbots. */
const DEMO = "seed:mspbots,state:half,delay:0,lazy:off";
const LINK = "preflight=mspbots";
const APPLICATION = recordPath("mspbots", "application");

/** What MSPbots asks of a person before the first setting. */
const BY_HAND = ["Look at what MSPbots shows", "Make sure that the Halo integration", "Sign in to Halo"];

inBothBrowsers(
  "Tour",
  (stage) => {
    /** The tour of a tenant at its first step. @param {string} host @param {string} path */
    const begin = async (host, path) => {
      const page = await stage.open(stage.address(host, path, { demo: DEMO, link: LINK }));
      const panel = await openPanel(page);
      await openView(panel, "tour");
      await click(panel, "Start the tour");
      return { page, panel };
    };
    /** At the first setting: what comes before is ticked. @param {string} host @param {string} path */
    const beginAtSettings = async (host, path) => {
      const { page, panel } = await begin(host, path);
      for (const words of BY_HAND) {
        await step(panel, words);
        await click(panel, "Done");
      }
      return { page, panel };
    };

    test("points at what is to be clicked, and goes on as soon as it is done and saved", async () => {
      const { page, panel } = await beginAtSettings("mspbots-half", APPLICATION);
      await step(panel, "Login Type: Agent");
      await says(panel, "4 done");
      await pointed(page, "Edit");
      await press(page, "Edit");
      await instruction(panel, "Set this to: Agent");
      await pointed(page, "User");
      await choose(page, "Login Type", "Agent");
      await step(panel, "Agent to log in as: Administrator");
      await choose(page, "Agent to log in as", "Administrator");
      await instruction(panel, "Press “Save”");
      await says(panel, "4 done");
      await pointed(page, "Save");
      await press(page, "Save");
      await says(panel, "6 done");
      await step(panel, "read:tickets: Yes");
      await instruction(panel, "Open the tab “Permissions”");
      await pointed(page, "Permissions");
      await openTab(page, "Permissions");
      await press(page, "Edit");
      await tick(page, "read:tickets");
      await step(panel, "tick further read scopes");
      await click(panel, "Done");
      await step(panel, "read:tickets: Yes");
      await pointed(page, "Save");
      await press(page, "Save");
      await find(panel, '//p[@role = "status"][contains(., "All steps are done.")]');
      assert.equal(await page.$("[data-preflight-pointed]"), null);
    });

    test("a mandatory field comes before Save", async () => {
      const { page, panel } = await beginAtSettings("gradient-msp-half", APPLICATION);
      await step(panel, "Login Type: Agent");
      await press(page, "Edit");
      await write(page, "Application Name", "");
      await choose(page, "Login Type", "Agent");
      await choose(page, "Agent to log in as", "Administrator");
      await instruction(panel, "First fill in “Application Name”");
      await pointed(page, "");
      await absent(panel, "Press Save");
      await write(page, "Application Name", "MSPbots");
      await instruction(panel, "Press “Save”");
      await pointed(page, "Save");
    });

    test("a field that another value hides says so, and the counter stays when a setting is undone", async () => {
      const { page, panel } = await beginAtSettings("gradient-msp-all", APPLICATION);
      await step(panel, "Login Type: Agent");
      await press(page, "Edit");
      await choose(page, "Login Type", "Customer");
      await click(panel, "Skip");
      await instruction(panel, "Shown only when Login Type is Agent");
      await pointed(page, "Customer");
      await choose(page, "Login Type", "Agent");
      await choose(page, "Agent to log in as", "Administrator");
      await press(page, "Save");
      await says(panel, "6 done");
      await says(panel, "Step 7 of 8");
      await press(page, "Edit");
      await choose(page, "Login Type", "Customer");
      await press(page, "Save");
      await says(panel, "No longer as required: Login Type: Agent");
      await says(panel, "Step 7 of 8");
    });

    for (const { host, width, height } of [
      { host: "datagate-none", width: 1280, height: 800 },
      { host: "datagate-half", width: 800, height: 500 },
      { host: "datagate-all", width: 640, height: 420 },
    ]) {
      test(`the bubble covers nothing that is to be used in a window of ${width} by ${height}`, async () => {
        const { page, panel } = await beginAtSettings(host, APPLICATION);
        await page.setViewport({ width, height });
        await step(panel, "Login Type: Agent");
        await pointed(page, "Edit");
        await assertFree(page);
        await press(page, "Edit");
        await pointed(page, "User");
        await assertFree(page);
        // Its own menu opens below it, or above where there is no room.
        await toggleMenu(page, "Login Type");
        await page.waitForSelector(".Select__menu");
        await assertFree(page);
        await page.keyboard.press("Tab");
        await choose(page, "Login Type", "Agent");
        await choose(page, "Agent to log in as", "Administrator");
        await pointed(page, "Save");
        await assertFree(page);
        for (const top of [0, 120, 10_000]) {
          await page.evaluate(scrollAll, top);
          await assertFree(page);
        }
      });
    }

    test("an edit that is thrown away was never done", async () => {
      const { page, panel } = await beginAtSettings("mspbots-none", APPLICATION);
      await step(panel, "Login Type: Agent");
      await press(page, "Edit");
      await choose(page, "Login Type", "Agent");
      await step(panel, "Agent to log in as");
      await press(page, "Cancel");
      await step(panel, "Login Type: Agent");
      await says(panel, "4 done");
    });

    test("goes on where it was after a reload, and after the background's death", async () => {
      const { page, panel } = await beginAtSettings("mspbots-all", APPLICATION);
      await step(panel, "Login Type: Agent");
      await click(panel, "Skip");
      await step(panel, "Agent to log in as");
      // An open panel can keep Firefox's background busy.
      await panel.close();
      const before = await stopBackground(page);
      await page.reload();
      assert.ok((await backgroundStart(page)) > before, "the background is another one");
      const again = await openPanel(page);
      await step(again, "Agent to log in as");
      await click(again, "Back");
      await step(again, "Login Type: Agent");
      await pointed(page, "Edit");
      await click(again, "Stop");
      await page.waitForSelector("[data-preflight-pointed]", { hidden: true });
    });

    test("what was seen on other screens counts on one that is seen for the first time", async () => {
      const options = { demo: "seed:moovila,state:all,delay:0,lazy:off", link: "preflight=moovila" };
      const page = await stage.open(stage.address("laborcast-all", recordPath("moovila", "agent"), options));
      const panel = await openPanel(page);
      await openView(panel, "tour");
      await click(panel, "Start the tour");
      await openTab(page, "Permissions");
      await pointed(page, "Departments & Teams");
      // Were the Permissions forgotten by now, the page would point back at them.
      await openTab(page, "Departments & Teams");
      await step(panel, "Compare the Teams and Departments");
      await page.waitForSelector("[data-preflight-pointed]", { hidden: true });
    });

    test("goes on after a sign-in on the way", async () => {
      const { page, panel } = await beginAtSettings("laborcast-none", APPLICATION);
      await step(panel, "Login Type: Agent");
      await page.goto(stage.address("laborcast-none", "/auth/login", { demo: DEMO }));
      await notice(panel, "You are signed out of Halo.");
      await page.goto(stage.address("laborcast-none", APPLICATION, { demo: DEMO }));
      await step(panel, "Login Type: Agent");
      await pointed(page, "Edit");
    });

    test("leads to the screen of the step, and says what is not on the page", async () => {
      const { page, panel } = await beginAtSettings("moovila-half", "/config/agents/roles");
      await step(panel, "Open the application that MSPbots uses");
      const arrived = page.waitForNavigation();
      await activate(await find(panel, '//*[@class = "next-click"]//a[. = "Application · Details"]'));
      await arrived;
      await step(panel, "Login Type: Agent");
      await instruction(panel, "Open the record in the list.");

      await page.goto(stage.address("moovila-half", APPLICATION, { demo: DEMO }));
      await pointed(page, "Edit");
      // As for somebody who may look at applications, but not change them.
      await page.$eval("[data-preflight-pointed]", (button) => button.remove());
      await find(panel, '//*[contains(@class, "notice")][contains(., "“Edit” is not on this page")]');
      await click(panel, "Skip");
      await step(panel, "Agent to log in as");
    });

    test("the way is there on paper, with the ticks that are made", async () => {
      const { panel } = await beginAtSettings("moovila-all", APPLICATION);
      await step(panel, "Login Type: Agent");
      const paper = new TextDecoder().decode(new Uint8Array(await kept(panel, "Print hand-out")));
      assert.match(paper, /^<!doctype html>/);
      assert.equal(paper.match(/class="box"/g)?.length, 8);
      assert.equal(paper.match(/✓/g)?.length, 4);
      assert.doesNotMatch(paper, /<script|pf-SECRET-/);
    });

    test("a step that is done can be looked at again, and a tick taken back", async () => {
      const { panel } = await beginAtSettings("moovila-none", APPLICATION);
      await step(panel, "Login Type: Agent");
      await activate(await find(panel, '//*[contains(@class, "tour-list")]/summary'));
      await activate(await find(panel, '//li/button[contains(., "Sign in to Halo")][contains(., "Ticked by you")]'));
      await step(panel, "Sign in to Halo");
      await click(panel, "Done");
      await says(panel, "3 done");
      assert.deepEqual(await violations(panel), []);
    });
  },
  { csp: [false], preferences: ENDS_SOON },
);

/** Waits until this is the current step. @param {Page} panel @param {string} words */
function step(panel, words) {
  return find(panel, `//article[contains(@class, "tour-step")]/h4[contains(., "${words}")]`);
}

/** Waits until the panel tells to do this. @param {Page} panel @param {string} words */
function instruction(panel, words) {
  return find(panel, `//p[@class = "next-click"][contains(., "${words}")]`);
}

/** Waits until so many steps are done. @param {Page} panel @param {string} words */
function says(panel, words) {
  return find(panel, `//p[@role = "status"][contains(., "${words}")]`);
}

/** Waits until the page has the pointer at what shows this text. @param {Page} page @param {string} text */
function pointed(page, text) {
  return page.waitForFunction(
    (text) => document.querySelector("[data-preflight-pointed]")?.textContent?.trim() === text,
    { polling: "mutation" },
    text,
  );
}

/** Makes sure that the panel does not say this. @param {Page} panel @param {string} words */
async function absent(panel, words) {
  assert.ok(!(await panel.evaluate(() => document.body.innerText)).includes(words), words);
}

/** Scrolls everything on the page that can be scrolled. @param {number} top */
function scrollAll(top) {
  for (const element of document.querySelectorAll("*"))
    if (element.scrollHeight > element.clientHeight) element.scrollTop = top;
}

/**
 * Waits until the tour's bubble is where it covers neither what it points at nor an open menu, a button or the sign there;
 * or until it has gone, because what it points at is scrolled out of sight. Says what it covers where it stays so.
 * @param {Page} page
 */
async function assertFree(page) {
  const covered = await page.evaluate(
    (patience) =>
      new Promise((resolve) => {
        /** @param {DOMRect} a @param {DOMRect} b */
        const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const look = () => {
          const root = document.querySelector("preflight-marks")?.shadowRoot;
          const bubble = /** @type {HTMLElement | undefined} */ (root?.querySelector(".pointer:popover-open"));
          const target = document.querySelector("[data-preflight-pointed]");
          if (!bubble || !target) return ["there is no bubble"];
          const box = bubble.getBoundingClientRect();
          const pane = target.getBoundingClientRect();
          const isSeen = pane.bottom > 0 && pane.top < innerHeight;
          if (bubble.style.visibility === "hidden") return isSeen && pane.top > 100 ? ["the bubble is hidden"] : [];
          const buttons = [...document.querySelectorAll("button")].filter((button) =>
            ["Save", "Edit", "Cancel"].includes(button.textContent?.trim() ?? ""),
          );
          const number = target.getAttribute("data-preflight-anchor");
          const signs = [...(root?.querySelectorAll(`[part=sign-${number}]`) ?? [])].filter(
            (sign) => /** @type {HTMLElement} */ (sign).style.visibility !== "hidden",
          );
          const outside = box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
          return [target, ...document.querySelectorAll(".Select__menu, [role=listbox]"), ...buttons, ...signs]
            .filter((other) => meet(box, other.getBoundingClientRect()))
            .map((other) => `it covers ${other.outerHTML.slice(0, 80)}`)
            .concat(outside ? ["it is outside of the window"] : []);
        };
        const timer = setTimeout(() => resolve(look()), patience);
        const frame = () => {
          if (look().length > 0) return requestAnimationFrame(frame);
          clearTimeout(timer);
          resolve([]);
        };
        frame();
      }),
    10_000,
  );
  assert.deepEqual(covered, []);
}
