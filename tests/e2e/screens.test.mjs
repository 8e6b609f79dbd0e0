// The six screens, in both modes: exactly the right marks.
import { test } from "node:test";
import { openTab, press, recordPath } from "../../tools/halo.mjs";
import { SCREENS } from "./expected.mjs";
import { assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

inBothBrowsers("Marks of a half-done tenant", (stage) => {
  for (const { screen, vendor, kind, tab, marks } of SCREENS) {
    test(`${screen}, read and edit`, async () => {
      const demo = "delay:0,lazy:off";
      const page = await stage.open(
        stage.address(`${vendor}-half`, recordPath(vendor, kind), { demo, link: `preflight=${vendor}` }),
      );
      await openTab(page, tab);
      await assertMarks(page, marks);
      await press(page, "Edit");
      await page.waitForSelector(".details-form input");
      await assertMarks(page, marks);
    });
  }
});
