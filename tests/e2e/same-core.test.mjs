// The open page and the same page saved: extension and command line find the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, recordPath } from "../../tools/halo.mjs";
import { screensOf } from "../../tools/screens.mjs";
import { answerYes, ENDS_SOON, forgetEvidence, reportOn } from "../../tools/spy.mjs";
import { check, savedPage } from "./cli.mjs";
import { assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** Worst first; other outcomes draw no mark. */
const DRAWN = ["missing", "wrong", "excess", "review", "met"];

/** @typedef {import("../../tools/halo.mjs").Vendor} Vendor */
/** @typedef {import("../../tools/halo.mjs").RecordKind} RecordKind */

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

/**
 * What a finding says, without the words that explain it.
 * @param {import("./cli.mjs").Finding} finding
 */
const said = ({ id, screen, field, outcome, severity, expected, found, reason }) => ({
  id,
  screen,
  field,
  outcome,
  severity,
  expected,
  found,
  reason,
});

inBothBrowsers(
  "Extension and command line report the same on all screens",
  (stage) => {
    for (const vendor of /** @type {Vendor[]} */ (Object.keys(RECORDS))) {
      test(vendor, async () => {
        const page = await stage.open(stage.address(`${vendor}-half`, "/tickets"));
        await forgetEvidence(page);
        const pages = [];
        let live;
        for (const { id, path, tab, modes } of screensOf(vendor, "half")) {
          const options = { demo: "delay:0,lazy:off", link: `preflight=${vendor}` };
          await page.goto(stage.address(`${vendor}-half`, path, options));
          if (tab) await openTab(page, tab);
          const record = tab ? await page.$eval(".details_page_title", ({ textContent }) => textContent) : null;
          /** @type {Parameters<typeof reportOn>[1]} */
          const shown = { screen: id, mode: modes[0] ?? "read", record };
          await reportOn(page, shown);
          await answerYes(page);
          live = await reportOn(page, shown);
          pages.push(await savedPage(page));
        }
        assert.deepEqual(live?.findings.map(said), (await check(vendor, pages)).map(said));
      });
    }
  },
  { csp: [false], preferences: ENDS_SOON },
);

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
  { csp: [false], preferences: ENDS_SOON },
);
