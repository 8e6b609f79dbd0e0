// Off Halo's configuration screens, and where no vendor is chosen, the extension leaves no trace.
import assert from "node:assert/strict";
import { test } from "node:test";
import { recordPath } from "../../tools/halo.mjs";
import { messages } from "../../tools/spy.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

inBothBrowsers("Nothing happens", (stage) => {
  test("where no vendor is chosen", async () => {
    const page = await stage.open(stage.address("moovila-half", recordPath("moovila", "application")));
    await assertUntouched(page);
  });

  test("outside of the configuration", async () => {
    const chosen = await stage.open(
      stage.address("moovila-half", recordPath("moovila", "application"), { link: "preflight=moovila" }),
    );
    await assertMark(chosen, "Login Type", "met");
    const page = await stage.open(stage.address("moovila-half", "/tickets"));
    await assertUntouched(page);
  });
});

/**
 * No attribute, no element, no style sheet, and no snapshot sent, although the page changes.
 * @param {Page} page
 */
async function assertUntouched(page) {
  const before = await snapshots(page);
  const traces = await page.evaluate(async () => {
    document.body.append(document.createElement("p"));
    // Two frames: a capture would be taken in the first, and its marks painted by the second.
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return {
      attributes: document.querySelectorAll("[data-preflight]").length,
      elements: Array.from(document.documentElement.children, (child) => child.tagName),
      sheets: document.adoptedStyleSheets.length,
    };
  });
  assert.deepEqual(traces, { attributes: 0, elements: ["HEAD", "BODY"], sheets: 0 });
  assert.equal(await snapshots(page), before, "a snapshot was sent");
}

/** @param {Page} page */
async function snapshots(page) {
  return (await messages(page)).filter((message) => JSON.parse(message).kind === "judge").length;
}
