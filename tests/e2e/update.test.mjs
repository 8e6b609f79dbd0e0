// An installation and an update while tabs are open.
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import { openTab } from "../../tools/halo.mjs";
import { TEST_EXTENSION } from "../../tools/test-extension.mjs";
import { openScopes } from "./half-done.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

inBothBrowsers(
  "An update with open tabs",
  (stage) => {
    test("brings the new version's marks, and takes the old one's away", async () => {
      const page = await openScopes(stage);
      await assertMark(page, "all:teams", "missing");
      await page.evaluate(() => {
        // A new version has a host of its own; what is left of the old one is told by this.
        document.querySelector("preflight-marks")?.setAttribute("data-old", "");
      });
      await stage.browser().installExtension(resolve(TEST_EXTENSION));
      await page.waitForFunction(() => {
        const hosts = [...document.querySelectorAll("preflight-marks")];
        const signs = hosts[0]?.shadowRoot?.querySelectorAll(".sign").length ?? 0;
        return hosts.length === 1 && !hosts[0]?.hasAttribute("data-old") && signs > 0;
      });
      await assertMark(page, "all:teams", "missing");
      const sheets = await page.evaluate(
        () =>
          document.adoptedStyleSheets.filter(({ cssRules: [first] }) => first?.cssText.startsWith("preflight-marks"))
            .length,
      );
      assert.equal(sheets, 1, "one sheet");
      // The page still has one script that hears: another tab's fields are marked once.
      await openTab(page, "Details");
      await assertMark(page, "Login Type", "met");
    });
  },
  { csp: [false] },
);
