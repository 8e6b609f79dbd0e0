// The command line on a page as a browser saves it.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {import("../../dist/wasm/preflight.js").Finding} Finding */

const PROGRAM = "target/debug/preflight";

/**
 * What `preflight check` finds on these pages together.
 * @param {string} vendor
 * @param {string[]} pages
 * @returns {Promise<Finding[]>}
 */
export async function check(vendor, pages) {
  const folder = await mkdtemp(join(tmpdir(), "preflight-"));
  try {
    const files = pages.map((_, index) => join(folder, `${index}.html`));
    await Promise.all(pages.map((html, index) => writeFile(files[index] ?? "", html)));
    return JSON.parse(await run(["check", "--profile", vendor, "--format", "json", ...files])).findings;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * What the command line says.
 * @param {string[]} args
 * @returns {Promise<string>}
 */
export function run(args) {
  return new Promise((resolve, reject) => {
    execFile(PROGRAM, args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      // 1 and 3 say how the set-up stands; only 2 is a failure.
      if (error && error.code !== 1 && error.code !== 3) reject(new Error(stderr || error.message));
      else resolve(stdout);
    });
  });
}

/**
 * The page as "Save as" writes it: what was typed and ticked stands in the attributes.
 * @param {import("puppeteer-core").Page} page
 */
export function savedPage(page) {
  return page.evaluate(() => {
    const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
    const boxes = copy.querySelectorAll("input");
    document.querySelectorAll("input").forEach((input, index) => {
      const box = boxes[index];
      box?.toggleAttribute("checked", input.checked);
      if (input.type !== "checkbox") box?.setAttribute("value", input.value);
    });
    const { href } = location;
    return `<!-- saved from url=(${String(href.length).padStart(4, "0")})${href} -->\n${copy.outerHTML}`;
  });
}
