// The settings: what Preflight may look at, what it knows, what it keeps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { OWN_HOST } from "./extension.mjs";
import { openTab, recordPath } from "./halo.mjs";
import { assertMark, assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";
import { click, find } from "./panel-view.mjs";
import { openPanel, openSettings } from "./spy.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const APPLICATION = recordPath("moovila", "application");

/** Firefox then grants what is asked for without asking; Chromium has no such switch, and has the permission beforehand. */
const UNASKED = { "extensions.webextOptionalPermissionPrompts": false };

inBothBrowsers(
  "Settings: other hosts",
  (stage) => {
    const openOwn = () =>
      stage.open(
        stage.address(OWN_HOST, APPLICATION, { demo: "delay:0,seed:moovila,state:half", link: "preflight=moovila" }),
      );
    /** Opened beside a page of Halo's own domains: where Preflight may not look, no test can ask anything. */
    const open = async () => openSettings(await stage.open(stage.address("moovila-half", "/tickets")));

    test("a tab elsewhere can be said to be one's own Halo", async () => {
      const page = await openOwn();
      await openTab(page, "Permissions");
      assert.ok(page.url().includes("#preflight"), "nobody has taken the deep link off the address");
      const panel = await openPanel(page);
      await click(panel, "This is our Halo: read it");
      await assertMark(page, "edit:tickets", "missing");
      await find(panel, `//h2[normalize-space() = "Moovila"]`);

      const settings = await openSettings(page);
      await click(settings, `Remove: ${OWN_HOST}`);
      await assertMarks(page, {});
      await find(panel, `//*[contains(., "not a Halo page")]`);
    });

    test("a host that is named is read, in the tab that is open and in those to come, until it is removed", async () => {
      const settings = await open();
      const page = await openOwn();
      await openTab(page, "Permissions");
      assert.ok(page.url().includes("#preflight"), "nobody has taken the deep link off the address");
      await addHost(settings, `https://${OWN_HOST}/config`);
      await find(settings, `//*[@role = "status"][contains(., "Added")]`);
      await assertMark(page, "edit:tickets", "missing");

      const another = await stage.open(stage.address(OWN_HOST, APPLICATION, { demo: "delay:0" }));
      await openTab(another, "Permissions");
      await assertMark(another, "edit:tickets", "missing");

      await click(settings, `Remove: ${OWN_HOST}`);
      await find(settings, `//*[@role = "status"][contains(., "Removed")]`);
      await assertMarks(page, {});
      await assertMarks(another, {});
    });

    test("what is no host, is not https, or is Halo's own domain is refused with the mend", async () => {
      const settings = await open();
      for (const [text, answer] of [
        ["*", "no host"],
        [`http://${OWN_HOST}/`, "https only"],
        ["acme.halopsa.com", "reads it already"],
      ]) {
        await addHost(settings, text ?? "");
        await find(settings, `//*[@role = "alert"][contains(., "${answer}")]`);
      }
    });
  },
  { csp: [false], preferences: UNASKED },
);

inBothBrowsers(
  "Settings: accessibility",
  (stage) => {
    for (const theme of ["light", "dark"]) {
      test(`no violation, ${theme}`, async () => {
        const settings = await openSettings(await stage.open(stage.address("moovila-half", APPLICATION)));
        await settings.evaluate((scheme) => {
          document.documentElement.style.colorScheme = scheme;
        }, theme);
        await addHost(settings, "*");
        await find(settings, `//*[@role = "alert"]`);
        assert.deepEqual(await violations(settings), []);
      });
    }
  },
  { csp: [false] },
);

/**
 * @param {Page} settings
 * @param {string} text
 */
async function addHost(settings, text) {
  const field = await settings.waitForSelector("#host");
  await field?.evaluate((input) => /** @type {HTMLInputElement} */ (input).select());
  await field?.type(text);
  await settings.keyboard.press("Enter");
}
