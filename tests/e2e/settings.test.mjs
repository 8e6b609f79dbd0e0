// The settings: what Preflight may look at, what it knows, what it keeps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, recordPath } from "../../tools/halo.mjs";
import { click, find, openView, pickVendor } from "../../tools/panel-view.mjs";
import { ENDS_SOON, openPanel, openSettings, setPolicy, stopBackground, storage } from "../../tools/spy.mjs";
import { OWN_HOST, TEST_LANGUAGE } from "../../tools/test-extension.mjs";
import { violations } from "./axe.mjs";
import { importProfile, kept } from "./files.mjs";
import { assertMark, assertMarks, assertMarksGone } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

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
      // With the pointer: Firefox asks for a permission only in answer to a person.
      await (await find(panel, '//button[normalize-space() = "This is our Halo: read it"]')).click();
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
      await assertMarksGone(page);
      await assertMarksGone(another);
    });

    test("what is no host, is not https, or is Halo's own domain is refused, and the message says how to fix it", async () => {
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

/** A sound profile, byte order mark and all, as an editor on Windows saves it. */
const ACME = `\u{feff}${JSON.stringify(
  {
    schema: "preflight-profile/1",
    id: "acme-sync",
    version: "1.2.0",
    name: "Acme Sync",
    summary: "Syncs tickets.",
    sources: { guide: { title: "Set-up of Acme", url: "https://docs.acme.example/halo" } },
    features: [{ id: "sync", name: "Sync", summary: "Tickets.", default: true }],
    requirements: [
      {
        id: "scope",
        screen: "application.permissions",
        field: "edit:tickets",
        expect: { is: "Yes" },
        why: "Acme writes tickets.",
        source: { of: "guide", lines: [1] },
      },
    ],
  },
  null,
  2,
)}\n`;

inBothBrowsers(
  "Settings: profiles",
  (stage) => {
    const open = () => stage.open(stage.address("moovila-half", APPLICATION, { demo: "delay:0" }));

    test("a profile is shown before it is trusted, then chosen like any other, and leaves no trace when it is removed", async () => {
      const page = await open();
      await openTab(page, "Permissions");
      const panel = await openPanel(page);
      const settings = await openSettings(page);
      await importProfile(settings, ACME);
      for (const part of ["1.2.0", "docs.acme.example", "edit:tickets", "Acme writes tickets."]) {
        await find(settings, `//*[@class = "candidate"]//*[contains(., "${part}")]`);
      }
      assert.ok(!(await storage(page)).includes("acme-sync"), "nothing is taken in before it was looked at");

      await click(settings, "Add this profile");
      await find(settings, `//*[@role = "status"][contains(., "Added")]`);
      assert.deepEqual(await kept(settings, "Export: Acme Sync"), [...new TextEncoder().encode(ACME)]);

      await find(panel, `//*[@role = "option"][contains(., "Acme Sync")][contains(., "custom")]`);
      await pickVendor(panel, "acme");
      await assertMarks(page, { "edit:tickets": "missing" });

      await click(settings, "Remove: Acme Sync");
      await find(settings, `//*[@role = "status"][contains(., "no longer chosen for moovila-half.halopsa.com")]`);
      await assertMarks(page, {});
      await find(panel, `//h2[normalize-space() = "Which integration?"]`);
      assert.ok(!(await storage(page)).includes("acme-sync"));
    });

    test("a profile with mistakes is refused, each with its place", async () => {
      const settings = await openSettings(await open());
      for (const [text, mistakes] of /** @type {[string, string[]][]} */ ([
        [ACME.replace('"version"', "version"), ["line 4 column"]],
        [ACME.replace('"why"', '"reason"'), ["unknown field `reason`", "line 2"]],
        [
          ACME.replace("edit:tickets", "Tickets?").replace('"of": "guide"', '"of": "x"'),
          ["Tickets?", "is not among the profile's sources"],
        ],
      ])) {
        await importProfile(settings, text);
        for (const mistake of mistakes) await find(settings, `//*[@role = "alert"]/p[contains(., "${mistake}")]`);
        assert.equal(await settings.$(".candidate"), null);
      }
    });

    test("no profile takes the name of one that comes with Preflight", async () => {
      const settings = await openSettings(await open());
      await importProfile(settings, ACME.replace("acme-sync", "moovila"));
      await click(settings, "Add this profile");
      await find(settings, `//*[@role = "alert"][contains(., "belongs to Moovila")]`);
    });
  },
  { csp: [false] },
);

inBothBrowsers(
  "Settings: what is stored",
  (stage) => {
    const tenant = "moovila-half.halopsa.com";
    /** A tenant of which a screen was seen, and a page that sees nothing more. */
    const open = async () => {
      const demo = "delay:0";
      const page = await stage.open(stage.address("moovila-half", APPLICATION, { demo, link: "preflight=moovila" }));
      await openTab(page, "Permissions");
      await assertMark(page, "edit:tickets", "missing");
      await page.goto(stage.address("moovila-half", "/tickets"));
      return page;
    };

    test("shows what was said and seen of a tenant, and deletes it", async () => {
      const page = await open();
      const panel = await openPanel(page);
      await openView(panel, "tour");
      await click(panel, "Start the tour");
      await find(panel, `//*[@id = "view-tour"]//button[. = "Stop"]`);
      const settings = await openSettings(page);
      const own = `//article[.//h3[starts-with(., "${tenant}")]]`;
      await find(settings, `${own}[contains(., "Moovila")]`);
      await find(
        settings,
        `${own}//li[contains(., "Application · Permissions")][contains(., "until the browser closes")]`,
      );
      const host = await settings.$eval("article h3", ({ textContent }) => textContent ?? "");

      await click(settings, `Clear what was seen: ${host}`);
      await find(settings, `${own}[contains(., "Nothing.")]`);
      assert.ok(!(await storage(page)).includes("evidence "));

      await click(settings, `Delete this tenant …: ${host}`);
      await click(settings, "Cancel");
      assert.ok((await storage(page)).includes(tenant), "it asks first");
      await click(settings, `Delete this tenant …: ${host}`);
      await click(settings, "Delete");
      await find(settings, `//*[@role = "status"][contains(., "Nothing of ${tenant}")]`);
      const { local } = JSON.parse(await storage(page));
      assert.deepEqual(
        Object.keys(local).filter((key) => key.includes(tenant)),
        [],
      );
      // What had the focus is gone with the tenant: it goes on in what stood around.
      await settings.waitForSelector("section[aria-labelledby=stored]:focus");
    });

    test("deletes everything", async () => {
      const page = await open();
      const settings = await openSettings(page);
      await importProfile(settings, ACME);
      await click(settings, "Add this profile");
      await find(settings, `//li[contains(., "Custom profiles: 1")]`);
      await click(settings, "Delete everything …");
      await click(settings, "Delete");
      await find(settings, `//*[@role = "status"][contains(., "as it was when it was installed")]`);
      assert.deepEqual(JSON.parse(await storage(page)), { local: {}, session: {} });
    });
  },
  { csp: [false] },
);

inBothBrowsers(
  "Settings: language",
  (stage) => {
    test("another language is spoken at once, in settings, panel and page, and after the background has ended", async () => {
      const page = await stage.open(
        stage.address("moovila-half", APPLICATION, { demo: "delay:0", link: "preflight=moovila" }),
      );
      await openTab(page, "Permissions");
      await assertMark(page, "edit:tickets", "missing");
      const panel = await openPanel(page);
      const settings = await openSettings(page);
      await settings.select("#language", TEST_LANGUAGE);
      await find(settings, `//h2[. = "⟦What is stored⟧"]`);
      await find(panel, `//*[@role = "tab"][. = "⟦Report⟧"]`);
      for (const own of [settings, panel]) {
        assert.equal(await own.$eval("html", ({ lang }) => lang), TEST_LANGUAGE);
      }
      // Signs are in a closed tree, into which only Chromium lets a test look.
      if (stage.name === "chromium") await page.waitForSelector("::-p-aria(edit:tickets: ⟦Missing⟧ · Yes)");
      await stopBackground(page);
      await openView(panel, "report");
      await panel.waitForFunction(() =>
        /** @type {HTMLTextAreaElement | null} */ (document.querySelector("textarea.preview"))?.value.includes("⟦"),
      );

      await settings.select("#language", "");
      await find(settings, `//h2[. = "What is stored"]`);
    });
  },
  { csp: [false], preferences: ENDS_SOON },
);

inBothBrowsers(
  "Settings: an administrator's policy",
  (stage) => {
    test("chooses vendors beforehand, brings profiles, forbids keeping, and is shown", async () => {
      const address = stage.address("moovila-half", APPLICATION, { demo: "delay:0" });
      const page = await stage.open(address);
      await setPolicy(page, {
        vendors: [{ tenant: new URL(address).origin, vendor: "acme-sync" }],
        profiles: [ACME, "no profile"],
        forbidKeeping: true,
        language: null,
      });
      await page.goto(address);
      await openTab(page, "Permissions");
      await assertMarks(page, { "edit:tickets": "missing" });

      const panel = await openPanel(page);
      await openView(panel, "integration");
      await click(panel, "Keep until I clear it");
      await find(panel, `//*[@role = "alert"][contains(., "does not allow keeping")]`);

      const settings = await openSettings(page);
      await find(settings, `//section[.//h2 = "Set by your administrator"]//li[contains(., "acme-sync")]`);
      await find(settings, `//li[contains(., "cannot be read")][contains(., ": 1.")]`);
      await find(settings, `//li[.//b = "Acme Sync"]//button[. = "Export"]`);
      assert.equal(await settings.$(`[aria-label="Remove: Acme Sync"]`), null);
      await importProfile(settings, ACME);
      await click(settings, "Add this profile");
      await find(settings, `//*[@role = "alert"][contains(., "set by your administrator")]`);
    });
  },
  { csp: [false] },
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
        await importProfile(settings, ACME);
        await find(settings, `//*[@class = "candidate"]`);
        await settings.$$eval("details", (all) => {
          for (const details of all) details.open = true;
        });
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
