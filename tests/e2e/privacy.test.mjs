// The Client Secret of the demo tenant is nowhere but on the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, openTab, press, recordPath } from "../../tools/halo.mjs";
import { messages, storage } from "../../tools/spy.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

const SECRET = "pf-SECRET-";

inBothBrowsers("The planted secret", (stage) => {
  test("is in no message and in no storage", async () => {
    const path = recordPath("moovila", "application");
    const demo = "delay:0,secret:shown";
    const page = await stage.open(stage.address("moovila-half", path, { demo, link: "preflight=moovila" }));
    await assertMark(page, "Login Type", "met");
    await press(page, "Edit");
    await choose(page, "Agent to log in as", "Moovila API");
    await assertMark(page, "Login Type", "met");
    await openTab(page, "Permissions");
    await assertMark(page, "edit:tickets", "missing");

    assert.ok((await pageText(page)).includes(SECRET), "the page itself holds the secret");
    const sent = await messages(page);
    assert.ok(
      sent.some((message) => message.includes("Client Secret")),
      "the screen that shows the secret was sent",
    );
    assert.ok(!sent.join().includes(SECRET), "a message holds the secret");
    assert.ok(!(await storage(page)).includes(SECRET), "the storage holds the secret");
  });
});

inBothBrowsers(
  "What is stored",
  (stage) => {
    // Only Chromium lets a test, and could let a page that took its process over, speak as a content script.
    test("cannot be read from a page's process", { skip: stage.name !== "chromium" }, async () => {
      const path = recordPath("moovila", "application");
      const page = await stage.open(
        stage.address("moovila-half", path, { demo: "delay:0", link: "preflight=moovila" }),
      );
      await assertMark(page, "Login Type", "met");
      assert.ok((await storage(page)).includes("moovila-half"));
      for (const area of ["local", "session"]) {
        assert.match(
          await inContentScript(page, `chrome.storage.${area}.get(null).then(JSON.stringify, String)`),
          /not allowed/,
          area,
        );
      }
    });
  },
  { csp: [false] },
);

/**
 * What an expression comes to in the world of the extension's content script.
 * @param {import("puppeteer-core").Page} page
 * @param {string} expression
 * @returns {Promise<string>}
 */
async function inContentScript(page, expression) {
  const session = await page.createCDPSession();
  /** @type {Promise<number>} */
  const world = new Promise((resolve) => {
    session.on("Runtime.executionContextCreated", ({ context: { id, origin } }) => {
      if (origin.startsWith("chrome-extension://")) resolve(id);
    });
  });
  await session.send("Runtime.enable");
  const { result } = await session.send("Runtime.evaluate", { contextId: await world, expression, awaitPromise: true });
  return String(result.value);
}

/** @param {import("puppeteer-core").Page} page */
async function pageText(page) {
  await openTab(page, "Details");
  return page.evaluate(() => {
    const inputs = Array.from(document.querySelectorAll("input"), (input) => input.value);
    return [document.body.textContent, ...inputs].join(" ");
  });
}
