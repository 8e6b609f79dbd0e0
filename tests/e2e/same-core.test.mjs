// The open page and the same page saved: extension and command line find the same.
import { test } from "node:test";
import { check, savedPage } from "./cli.mjs";
import { openTab, recordPath } from "./halo.mjs";
import { assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";
import { forgetEvidence } from "./spy.mjs";

/** Worst first; other outcomes draw no mark. */
const DRAWN = ["missing", "wrong", "excess", "review", "met"];

/** @typedef {import("./halo.mjs").Vendor} Vendor */
/** @typedef {import("./halo.mjs").RecordKind} RecordKind */

/** @type {Record<Vendor, RecordKind[]>} */
const RECORDS = {
  mspbots: ["application"],
  moovila: ["agent", "role", "application"],
  "gradient-msp": ["agent", "role", "application"],
  datagate: ["agent", "role", "application"],
  laborcast: ["agent", "role", "application"],
};

/**
 * The marks that these findings ask for on one screen.
 * @param {import("./cli.mjs").Finding[]} findings
 * @param {string} screen
 */
function marksOf(findings, screen) {
  /** @type {import("./marks.mjs").Marks} */
  const marks = {};
  for (const outcome of DRAWN.toReversed()) {
    for (const finding of findings) {
      if (finding.field !== null && finding.screen === screen && finding.outcome === outcome)
        marks[finding.field] = outcome;
    }
  }
  return marks;
}

inBothBrowsers(
  "Extension and command line agree",
  (stage) => {
    for (const [vendor, kinds] of /** @type {[Vendor, RecordKind[]][]} */ (Object.entries(RECORDS))) {
      for (const state of ["half", "all"]) {
        for (const kind of kinds) {
          test(`${vendor}, ${state}, ${kind}`, async () => {
            const link = `preflight=${vendor}`;
            const demo = "delay:0,lazy:off";
            const page = await stage.open(stage.address(`${vendor}-${state}`, "/tickets"));
            await forgetEvidence(page);
            await page.goto(stage.address(`${vendor}-${state}`, recordPath(vendor, kind), { demo, link }));
            await openTab(page, "Details");
            const details = await savedPage(page);
            await assertMarks(page, marksOf(await check(vendor, [details]), `${kind}.details`));
            await openTab(page, "Permissions");
            const pages = [details, await savedPage(page)];
            await assertMarks(page, marksOf(await check(vendor, pages), `${kind}.permissions`));
          });
        }
      }
    }
  },
  { csp: [false] },
);
