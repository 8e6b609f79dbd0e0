// The report leaves the panel as it is shown there: over the clipboard, and as a file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { click, find, openView } from "../../tools/panel-view.mjs";
import { kept } from "./files.mjs";
import { openHalfDone } from "./half-done.mjs";
import { inBothBrowsers } from "./matrix.mjs";

inBothBrowsers(
  "The report leaves the panel",
  (stage) => {
    const open = async () => {
      const panel = await openHalfDone(stage);
      await openView(panel, "report");
      await panel.select("#view-report select", "markdown");
      await panel.waitForFunction(() =>
        /** @type {HTMLTextAreaElement} */ (document.querySelector("textarea.preview")).value.startsWith("#"),
      );
      return panel;
    };
    /** @param {import("puppeteer-core").Page} panel */
    const shown = (panel) =>
      panel.$eval("textarea.preview", (preview) => /** @type {HTMLTextAreaElement} */ (preview).value);

    test("Copy puts it on the clipboard", async () => {
      const panel = await open();
      const report = await shown(panel);
      await click(panel, "Copy");
      await find(panel, '//*[@role = "status"][. = "Copied"]');
      // Pasted where a text can be, as the admin does in a ticket.
      await openView(panel, "diagnosis");
      await (await panel.waitForSelector("#error-text"))?.evaluate((box) => box.removeAttribute("maxlength"));
      await panel.focus("#error-text");
      await panel.keyboard.down("Control");
      await panel.keyboard.press("v");
      await panel.keyboard.up("Control");
      const pasted = await panel.waitForFunction(
        () => /** @type {HTMLTextAreaElement} */ (document.querySelector("#error-text")).value || false,
      );
      assert.equal(await pasted.jsonValue(), report);
    });

    test("Download keeps it as a file", async () => {
      const panel = await open();
      const report = await shown(panel);
      assert.equal(new TextDecoder().decode(new Uint8Array(await kept(panel, "Download"))), report);
    });
  },
  { csp: [false] },
);
