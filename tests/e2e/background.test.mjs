// The browser may end the background worker at any moment.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, press, recordPath, tick } from "../../tools/halo.mjs";
import { backgroundStart, ENDS_SOON, stopBackground } from "../../tools/spy.mjs";
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
  },
  { preferences: ENDS_SOON },
);
