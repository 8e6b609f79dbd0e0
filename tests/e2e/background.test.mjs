// The browser may end the background worker at any moment.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, press, recordPath, tick } from "../../tools/halo.mjs";
import { find } from "../../tools/panel-view.mjs";
import { backgroundStart, ENDS_SOON, openPanel, stopBackground, storage, swallowJudgements } from "../../tools/spy.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

inBothBrowsers(
  "A background that was ended",
  (stage) => {
    test("starts again for the next change and has forgotten nothing", async () => {
      const path = recordPath("moovila", "application");
      const page = await stage.open(stage.address("moovila-half", path, { link: "preflight=moovila" }));
      await openTab(page, "Permissions");
      await press(page, "Edit");
      await assertMark(page, "edit:tickets", "missing");
      const before = await stopBackground(page);
      await tick(page, "edit:tickets");
      await assertMark(page, "edit:tickets", "met");
      assert.ok((await backgroundStart(page)) > before, "the background is another one");
    });

    for (const when of /** @type {const} */ (["before", "after"])) {
      test(`that is ended ${when} a judgement was made, and has not answered, loses nothing`, async () => {
        const path = recordPath("moovila", "application");
        const page = await stage.open(stage.address("moovila-half", path, { link: "preflight=moovila" }));
        await openTab(page, "Permissions");
        await assertMark(page, "edit:tickets", "missing");
        await press(page, "Edit");
        await assertMark(page, "edit:tickets", "missing");
        const swallowed = swallowJudgements(page, when);
        await tick(page, "edit:tickets");
        await swallowed;
        await stopBackground(page);
        await assertMark(page, "edit:tickets", "met");
        const panel = await openPanel(page);
        await find(panel, '//main[not(.//*[@role = "alert"])]//*[contains(., "Unsaved changes")]');
        await panel.close();
        const { local, session } = JSON.parse(await storage(page));
        const { origin } = new URL(page.url());
        assert.deepEqual(local[`setup ${origin}`].vendors, [{ profile: "moovila", features: null }]);
        assert.ok(
          Object.keys(session).some((key) => key.startsWith(`evidence ${origin} application.permissions`)),
          "what was seen before is kept",
        );
      });
    }
  },
  { preferences: ENDS_SOON },
);
