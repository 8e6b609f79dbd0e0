// Takes the pictures of the docs: ./build.sh screenshots
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { buildDemo } from "../demo/build.mjs";
import { startDemo } from "../demo/server.mjs";
import { openTab, press, recordPath } from "./halo.mjs";
import { launch } from "./launch.mjs";
import { click, openView } from "./panel-view.mjs";
import { openPanel, openSettings } from "./spy.mjs";
import { buildTestExtension, TEST_EXTENSION } from "./test-extension.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const OUT = "docs/images";
const SITE = "dist/site";
/** The same in every picture. */
const PORT = 8443;
const PAGE = { width: 1000, height: 720 };
const PANEL = { width: 380, height: 720 };

/** @typedef {"light" | "dark"} Theme */

/** Each picture, and how its page or its panel gets there. */
/** @type {Record<string, (open: Openers) => Promise<Page[]>>} */
const PICTURES = {
  application: async ({ halo, panel }) => {
    const page = await halo("application", "Permissions");
    return [page, await panel(page, "findings")];
  },
  agent: async ({ halo, panel }) => {
    const page = await halo("agent", "Permissions");
    await press(page, "Edit");
    return [page, await panel(page, "findings")];
  },
  "set-up": async ({ halo, panel }) => {
    const page = await halo("agent", "Permissions");
    await openTab(page, "Details");
    const application = await halo("application", "Permissions");
    return [
      await panel(application, "integration"),
      await panel(application, "diagnosis"),
      await panel(application, "report"),
    ];
  },
  tour: async ({ halo, panel }) => {
    const page = await halo("agent", "Details");
    const tour = await panel(page, "tour");
    await click(tour, "Start the tour");
    await page.bringToFront();
    await page.waitForSelector("[data-preflight-pointed]");
    return [page, tour];
  },
  settings: async ({ halo, settings }) => [await settings(await halo("application", "Permissions"))],
  site: async ({ site }) => [await site("moovila.html")],
};

/**
 * @typedef {object} Openers what a picture can show
 * @property {(kind: import("./halo.mjs").RecordKind, tab: string) => Promise<Page>} halo a record of Moovila's half-done tenant
 * @property {(page: Page, view: "findings" | "integration" | "tour" | "diagnosis" | "report") => Promise<Page>} panel
 * @property {(page: Page) => Promise<Page>} settings
 * @property {(file: string) => Promise<Page>} site a page of the static site
 */

await buildDemo("dist/demo");
await buildTestExtension();
const demo = await startDemo({ port: PORT });
mkdirSync(OUT, { recursive: true });

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {Theme} theme
 * @returns {Openers}
 */
function openers(browser, theme) {
  const inTheme = async (/** @type {Page} */ page) => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    return page;
  };
  return {
    halo: async (kind, tab) => {
      const page = await inTheme(await browser.newPage());
      await page.setViewport(PAGE);
      const url = new URL(recordPath("moovila", kind), `https://moovila-half.halopsa.com:${demo.port}`);
      url.searchParams.set("demo", `delay:0,lazy:off,theme:${theme}`);
      url.hash = "preflight=moovila";
      await page.goto(url.href);
      await openTab(page, tab);
      await page.waitForSelector("[data-preflight]");
      return page;
    },
    panel: async (page, view) => {
      await page.bringToFront();
      const panel = await inTheme(await openPanel(page));
      await panel.setViewport(PANEL);
      await openView(panel, view);
      return panel;
    },
    settings: async (page) => {
      const settings = await inTheme(await openSettings(page));
      await settings.setViewport(PAGE);
      return settings;
    },
    site: async (file) => {
      const page = await inTheme(await browser.newPage());
      await page.setViewport(PAGE);
      await page.goto(pathToFileURL(`${SITE}/${file}`).href);
      return page;
    },
  };
}

/**
 * What the pages show, side by side as in a browser's window.
 * @param {import("puppeteer-core").Browser} browser
 * @param {Page[]} pages
 * @param {string} path
 */
async function picture(browser, pages, path) {
  const shots = [];
  for (const page of pages) {
    await page.bringToFront();
    shots.push(await page.screenshot({ encoding: "base64" }));
  }
  const sheet = await browser.newPage();
  await sheet.setContent(
    `<style>body{margin:0;display:inline-flex;gap:1px;background:#8888}img{display:block}</style>${shots
      .map((shot) => `<img alt="" src="data:image/png;base64,${shot}">`)
      .join("")}`,
  );
  const body = await sheet.$("body");
  await body?.screenshot({ path });
  console.log(`   ${path}`);
}

for (const theme of /** @type {const} */ (["light", "dark"])) {
  for (const [name, arrange] of Object.entries(PICTURES)) {
    const { browser } = await launch("chromium", { extension: TEST_EXTENSION });
    await picture(browser, await arrange(openers(browser, theme)), `${OUT}/${name}-${theme}.png`);
    await browser.close();
  }
}
await demo.close();
