// The static site for vendors' documents, from the file as it is written to the field in the reader's own Halo.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openLastRecord, openTab } from "../../tools/halo.mjs";
import { violations } from "./axe.mjs";
import { run } from "./cli.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const FIELD = "Allow use of all Clients";

inBothBrowsers(
  "The static site",
  (stage) => {
    let folder = "";
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "preflight site "));
      await run(["site", "--out", folder]);
    });
    after(() => rm(folder, { recursive: true }));

    /** @param {string} name @param {string} [query] */
    const address = (name, query = "") => pathToFileURL(join(folder, name)).href + query;
    const tenant = () => new URL(stage.address("moovila-half", "/")).host;

    /** @param {Page} page @param {string} typed */
    async function giveAddress(page, typed) {
      const box = await page.waitForSelector("#address");
      await box?.evaluate((element) => /** @type {HTMLInputElement} */ (element).select());
      await box?.type(typed);
      await page.keyboard.press("Enter");
    }

    /** Where the page's main link leads; null where there is none. @param {Page} page */
    const goes = (page) => page.$eval("#go", (link) => link.getAttribute("href"));

    test("a link of a vendor's leads to the field in the reader's own Halo", async () => {
      const page = await stage.open(stage.address("moovila-half", "/tickets", { demo: "delay:0,lazy:off" }));
      await page.goto(address("moovila.html", `?screen=agent.permissions&field=${encodeURIComponent(FIELD)}`));
      assert.equal(await goes(page), null);
      await giveAddress(page, `https://${tenant().toUpperCase()}/home`);
      await (await page.waitForSelector("#go:not([hidden])"))?.click();
      await page.waitForFunction(() => location.pathname === "/config/agents/agents");
      await openLastRecord(page);
      await openTab(page, "Permissions");
      await assertMark(page, FIELD, "missing");
      const shown = await page.waitForSelector("[data-preflight-shown]");
      assert.equal(await shown?.evaluate((row) => row.closest(".row")?.querySelector("label")?.textContent), FIELD);
      assert.equal(new URL(page.url()).hash, "");
    });

    test("the address is remembered, and forgotten when asked to", async () => {
      const page = await stage.open(address("moovila.html"));
      await giveAddress(page, "acme.halopsa.com");
      await page.goto(address("datagate.html"));
      assert.match((await goes(page)) ?? "", /^https:\/\/acme\.halopsa\.com\/config\/.*#preflight=datagate&features=/);
      await (await page.waitForSelector("#forget"))?.click();
      assert.equal(await goes(page), null);
      await page.goto(address("datagate.html"));
      assert.equal(await goes(page), null);
    });

    test("what is no address of a Halo makes no link", async () => {
      const page = await stage.open(address("moovila.html"));
      const { hosts } = JSON.parse(await readFile("tests/links.json", "utf8"));
      for (const [typed, host] of hosts) {
        await giveAddress(page, typed === "" ? " " : typed);
        const href = await goes(page);
        assert.equal(href && new URL(href).host, host, typed);
        assert.equal(await page.$eval("#address", (box) => box.getAttribute("aria-invalid")), String(host === null));
      }
    });

    test("the page's own address chooses among what there is, and is never markup", async () => {
      const hostile = encodeURIComponent('"><img src=x onerror=document.title="gone">');
      const page = await stage.open(address("moovila.html", `?screen=${hostile}&field=${hostile}&features=${hostile}`));
      assert.equal(await page.$(".chosen"), null);
      assert.equal(await page.$("main img"), null);
      assert.equal((await page.$$("input[name=feature]:checked")).length, 2);
      await page.goto(address("moovila.html", "?features=task-ticket-type"));
      const shown = () =>
        page.$$eval("[data-features]:not([hidden])", (all) => all.map((one) => one.getAttribute("data-features")));
      assert.deepEqual([...new Set(await shown())], ["task-ticket-type"]);
      await (await page.$("input[value=project-ticket-type]"))?.click();
      assert.deepEqual([...new Set(await shown())].sort(), ["project-ticket-type", "task-ticket-type"]);
    });

    test("ticks stay", async () => {
      const page = await stage.open(address("mspbots.html"));
      const first = ".requirements li:first-child input";
      await (await page.waitForSelector(first))?.click();
      await page.goto(address("mspbots.html"));
      assert.ok(await page.$(`${first}:checked`));
      await (await page.waitForSelector(first))?.click();
    });

    test("vendors are found by name and by keyword", async () => {
      const page = await stage.open(address("index.html"));
      await (await page.waitForSelector("#query"))?.type("403");
      assert.deepEqual(await page.$$eval(".vendors li:not([hidden]) a", (all) => all.map((a) => a.textContent)), [
        "MSPbots",
      ]);
      await page.type("#query", "x");
      assert.match(await page.$eval("#none", (none) => none.textContent ?? ""), /403x/);
    });

    test("the pages hold at 320 px, in both directions", async () => {
      const page = await stage.open("about:blank");
      await page.setViewport({ width: 320, height: 640 });
      for (const name of ["index.html", "moovila.html"]) {
        await page.goto(address(name));
        if (name !== "index.html") await giveAddress(page, "a-host-with-a-long-name.halopsa.com");
        for (const direction of ["ltr", "rtl"]) {
          const beyond = await page.evaluate((direction) => {
            const root = document.documentElement;
            root.dir = direction;
            return root.clientWidth <= 320 ? root.scrollWidth - root.clientWidth : "too wide a window";
          }, direction);
          assert.equal(beyond, 0, `${name}, ${direction}`);
        }
      }
    });

    // Firefox takes no emulated theme; the style sheet is the same.
    for (const theme of stage.name === "firefox" ? ["light"] : ["light", "dark"]) {
      test(`the pages have no violation, ${theme}`, async () => {
        const page = await stage.open("about:blank");
        if (stage.name !== "firefox") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
        for (const name of ["index.html", "moovila.html"]) {
          await page.goto(address(name, "?screen=agent.permissions"));
          if (name !== "index.html") await giveAddress(page, "acme.halopsa.com");
          assert.deepEqual(await violations(page), [], name);
        }
      });
    }
  },
  { csp: [false] },
);
