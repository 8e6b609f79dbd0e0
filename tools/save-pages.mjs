// Saves every screen, read and edit, as files: `node tools/save-pages.mjs OUT [--seed ID]… [--state none|half|all]…`
// writes OUT/<seed>/<state>/<screen>.<mode>.html, or <screen>.<record>.<mode>.html where a vendor has several records.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildDemo } from "../demo/build.mjs";
import { startDemo } from "../demo/server.mjs";
import { launchPlain, openScreen, screensOf } from "./screens.mjs";

/** @typedef {import("./halo.mjs").Vendor} Vendor */

/** @type {Vendor[]} */
const SEEDS = ["mspbots", "moovila", "gradient-msp", "datagate", "laborcast"];

/**
 * @param {string} name
 * @returns {Vendor}
 */
function seedNamed(name) {
  const seed = SEEDS.find((known) => known === name);
  if (!seed) throw new Error(`--seed ${name} is not known. Use one of: ${SEEDS.join(", ")}.`);
  return seed;
}

/**
 * The page as Firefox's "Save Page As, complete" writes it: what stands in a text field and whether a box is ticked become
 * attributes; passwords stay out. (Chromium's own save loses the state of both.)
 * @param {import("puppeteer-core").Page} page
 * @returns {Promise<string>}
 */
async function savedPage(page) {
  return page.evaluate(() => {
    for (const input of document.querySelectorAll("input")) {
      if (input.type === "checkbox" || input.type === "radio") input.toggleAttribute("checked", input.checked);
      else if (input.type !== "password") input.setAttribute("value", input.value);
    }
    for (const area of document.querySelectorAll("textarea")) area.textContent = area.value;
    // A saved page has the tenant's address, not this machine's port.
    const url = location.href.replace(location.host, location.hostname);
    const length = String(url.length).padStart(4, "0");
    return `<!DOCTYPE html>\n<!-- saved from url=(${length})${url} -->\n${document.documentElement.outerHTML}\n`;
  });
}

/**
 * @param {import("puppeteer-core").Page} page
 * @param {{ port: number, vendor: Vendor, state: string, out: string }} what
 */
async function saveState(page, { port, vendor, state, out }) {
  const folder = join(out, vendor, state);
  await mkdir(folder, { recursive: true });
  for (const screen of screensOf(vendor, state)) {
    for (const mode of screen.modes) {
      await openScreen(page, { port, vendor, screen, mode, options: `state:${state},delay:0,lazy:off` });
      const name = [screen.id, screen.record, mode, "html"].filter(Boolean).join(".");
      await writeFile(join(folder, name), await savedPage(page));
    }
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", multiple: true, default: SEEDS },
    state: { type: "string", multiple: true, default: ["all", "half"] },
  },
});
const [out] = positionals;
if (!out) throw new Error("Say where to: node tools/save-pages.mjs OUT [--seed ID]… [--state none|half|all]…");

const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist", "demo");
await buildDemo(dist);
const demo = await startDemo({ dir: dist });
const browser = await launchPlain();
const page = await browser.newPage();
for (const vendor of values.seed.map(seedNamed)) {
  for (const state of values.state) await saveState(page, { port: demo.port, vendor, state, out });
}
await browser.close();
await demo.close();
