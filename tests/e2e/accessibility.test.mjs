// Marks and panel hinder nobody.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, recordPath } from "../../tools/halo.mjs";
import { openPanel } from "../../tools/spy.mjs";
import { violations } from "./axe.mjs";
import { SCREENS } from "./expected.mjs";
import { assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

inBothBrowsers(
  "Accessibility",
  (stage) => {
    for (const theme of ["light", "dark"]) {
      test(`marks add no violation to the page, ${theme}`, async () => {
        const path = recordPath("moovila", "agent");
        const demo = `delay:0,lazy:off,theme:${theme}`;
        const bare = await stage.open(stage.address("gradient-msp-half", path.replace("102", "103"), { demo }));
        await openTab(bare, "Permissions");
        const before = new Set(await violations(bare));

        const page = await stage.open(stage.address("moovila-half", path, { demo, link: "preflight=moovila" }));
        await openTab(page, "Permissions");
        await assertMarks(page, SCREENS.find(({ screen }) => screen === "agent.permissions")?.marks ?? {});
        const added = (await violations(page)).filter((violation) => !before.has(violation));
        assert.deepEqual(added, []);
      });
    }

    test("the panel has no violation", async () => {
      const path = recordPath("moovila", "application");
      const page = await stage.open(stage.address("moovila-half", path, { link: "preflight=moovila" }));
      const panel = await openPanel(page);
      assert.deepEqual(await violations(panel), []);
    });
  },
  { csp: [false] },
);
