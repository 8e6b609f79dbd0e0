// Renders icon.svg into the sizes that browsers ask for: node extension/icons/render.mjs
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { findBrowser } from "../../tools/browsers.mjs";

const SIZES = [16, 32, 48, 128];
const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

const executablePath = findBrowser("chromium");
if (!executablePath) throw new Error("No Chrome, Chromium or Edge was found: install one, or name it in CHROME.");

const svg = (await readFile(here("icon.svg"))).toString("base64");
// A container has no sandbox for root; the only page is our own file.
const browser = await puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.screenshot({ path: here(`icon-${size}.png`), omitBackground: true });
}
await browser.close();
