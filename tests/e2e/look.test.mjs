// The extension's own pages hold what they promise to everybody: narrow, from right to left, without motion, without colours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, recordPath } from "../../tools/halo.mjs";
import { openView } from "../../tools/panel-view.mjs";
import { openPanel, openSettings } from "../../tools/spy.mjs";
import { violations } from "./axe.mjs";
import { openHalfDone } from "./half-done.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** The width that remains of a phone, or of a window at 400 % (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 640 };

const VIEWS = /** @type {const} */ (["findings", "tour", "integration", "diagnosis", "report"]);

inBothBrowsers(
  "Look",
  (stage) => {
    for (const direction of ["ltr", "rtl"]) {
      test(`nothing of the panel is cut off when it is narrow, ${direction}`, async () => {
        const panel = await openHalfDone(stage);
        await panel.setViewport(NARROW);
        await panel.evaluate((direction) => {
          document.documentElement.dir = direction;
        }, direction);
        for (const view of VIEWS) {
          await openView(panel, view);
          assert.deepEqual(await cutOff(panel), [], view);
        }
      });
    }

    for (const direction of ["ltr", "rtl"]) {
      test(`nothing of the settings is cut off when they are narrow, ${direction}`, async () => {
        const page = await stage.open(
          stage.address("moovila-half", recordPath("moovila", "application"), { link: "preflight=moovila" }),
        );
        await assertMark(page, "Login Type", "met");
        const settings = await openSettings(page);
        await settings.setViewport(NARROW);
        await (await settings.waitForSelector("article"))?.scrollIntoView();
        await settings.evaluate((direction) => {
          document.documentElement.dir = direction;
          for (const details of document.querySelectorAll("details")) details.open = true;
        }, direction);
        // By the keyboard: unfolding moves what a pointer would aim at.
        await (await settings.$("li button"))?.focus();
        await settings.keyboard.press("Enter");
        await settings.waitForSelector(".inside");
        assert.deepEqual(await cutOff(settings), []);
      });
    }

    for (const theme of ["light", "dark"]) {
      test(`no view of the panel has a violation, and every target can be hit, ${theme}`, async () => {
        const panel = await openHalfDone(stage);
        // All colours are made with light-dark(), so this is what the browser's own dark theme does.
        await panel.evaluate((theme) => {
          document.documentElement.style.colorScheme = theme;
        }, theme);
        for (const view of VIEWS) {
          await openView(panel, view);
          assert.deepEqual(await violations(panel), [], view);
        }
      });
    }
  },
  { csp: [false] },
);

/** What a reader asked the browser for: in Firefox when it starts, in Chromium page by page. */
const READER = { "ui.prefersReducedMotion": 1, "browser.display.document_color_use": 2 };

inBothBrowsers(
  "Look, as a reader wants it",
  (stage) => {
    /** @param {Page} page */
    const asWanted = async (page) => {
      if (stage.name === "chromium") {
        const session = await page.createCDPSession();
        await session.send("Emulation.setEmulatedMedia", {
          features: [
            { name: "prefers-reduced-motion", value: "reduce" },
            { name: "forced-colors", value: "active" },
          ],
        });
      }
      const asked = ["(prefers-reduced-motion: reduce)", "(forced-colors: active)"];
      const heard = await page.evaluate((asked) => asked.map((query) => matchMedia(query).matches), asked);
      assert.deepEqual(heard, [true, true], "the browser was not told");
    };
    const open = async () => {
      const path = recordPath("moovila", "application");
      const page = await stage.open(stage.address("moovila-half", path, { demo: "delay:0,lazy:off" }));
      await asWanted(page);
      await page.goto(stage.address("moovila-half", path, { link: "preflight=moovila&field=edit:tickets" }));
      await openTab(page, "Permissions");
      await page.waitForSelector("[data-preflight-shown]");
      return page;
    };

    test("nothing moves", async () => {
      const page = await open();
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    });

    test("what is chosen, and what is marked, is told without our colours", async () => {
      const page = await open();
      const outline = await page.$eval('[data-preflight-frame="missing"]', (el) => getComputedStyle(el).outlineStyle);
      assert.equal(outline, "solid");
      const panel = await openPanel(page);
      await asWanted(panel);
      for (const [chosen, other] of CHOICES) {
        await panel.waitForSelector(chosen);
        const looks = await Promise.all([chosen, other].map((selector) => panel.$eval(selector, lines)));
        assert.notEqual(looks[0], looks[1], chosen);
      }
    });
  },
  { csp: [false], preferences: READER },
);

/** What is chosen, and what could be. */
const CHOICES = /** @type {const} */ ([
  ['.tabs [aria-selected="true"]', '.tabs [aria-selected="false"]'],
  [".chip:has(:checked)", ".chip:not(:has(:checked))"],
]);

/**
 * The lines that are drawn around an element.
 * @param {Element} element
 */
function lines(element) {
  const { outlineStyle, borderBottomStyle, borderBottomColor, borderBottomWidth } = getComputedStyle(element);
  return [outlineStyle, borderBottomStyle, borderBottomColor, borderBottomWidth].join(" ");
}

/**
 * What reaches over the edge of the page, but for what has a scroll bar of its own.
 * @param {Page} page
 */
function cutOff(page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const scrolls = (/** @type {Element | null} */ element) => {
      for (let at = element; at && at !== document.body; at = at.parentElement) {
        if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX)) return true;
      }
      return false;
    };
    const reaches = (/** @type {Element} */ element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (left < -1 || right > edge + 1) && !scrolls(element);
    };
    const all = [...document.body.querySelectorAll("*")].filter(reaches);
    // The innermost say which it is.
    return all
      .filter((element) => !all.some((other) => other !== element && element.contains(other)))
      .map(({ outerHTML }) => outerHTML);
  });
}
