// From "nothing set up" to nothing open, vendor by vendor, as an admin does it.
import { test } from "node:test";
import { inBothBrowsers } from "./matrix.mjs";
import { isRecord, partsOf, readProfile, screensOf } from "./walk/plan.mjs";
import { Walk } from "./walk/walk.mjs";

const VENDORS = ["mspbots", "moovila", "gradient-msp", "datagate", "laborcast"];

inBothBrowsers(
  "A full walk",
  (stage) => {
    for (const vendor of VENDORS) {
      test(vendor, async () => {
        const profile = readProfile(vendor);
        const parts = partsOf(profile);
        const options = { demo: "delay:0,lazy:off", link: `preflight=${vendor}` };
        const page = await stage.open(stage.address(`${vendor}-none`, "/config/integrations/api", options));
        const walk = new Walk(page, profile);
        await walk.arrive();
        for (const part of parts) {
          if (isRecord(part)) await walk.make(part);
          for (const screen of screensOf(profile, part)) {
            const where = { part, screen };
            if (screen !== `${part.kind}.details`) await walk.open(where);
            if (walk.toDo(where).size > 0) await walk.setUp(where);
          }
        }
        // What had to wait for a record that was made later.
        for (const part of parts.filter(isRecord)) {
          for (const screen of screensOf(profile, part)) {
            const where = { part, screen };
            if (walk.toDo(where).size === 0) continue;
            await walk.reopen(part);
            if (screen !== `${part.kind}.details`) await walk.open(where);
            await walk.setUp(where);
          }
        }
        walk.assertDone();
      });
    }
  },
  { csp: [false] },
);
