import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { Setup } from "../domain/setup.js";
import { fakeBrowser } from "./fake-browser.js";

const { local } = fakeBrowser();
const { changeSetup, readCurrentSetup } = await import("./setups.js");

const TENANT = "https://acme.halopsa.com";

test("a waiver holds to its last day, is deleted after it, and a clock that is set back does not bring it back", async () => {
  mock.timers.enable({ apis: ["Date"], now: new Date(2030, 0, 31, 12) });
  const waivers = ["2030-01-31", "2030-02-28", null].map((until, at) => ({
    finding: `f${at}`,
    reason: "Agreed.",
    until,
  }));
  await changeSetup(TENANT, { what: "waive", waivers });
  const current = async () => (await readCurrentSetup(TENANT)).waivers.map(({ finding }) => finding);
  const stored = () => (local.values[`setup ${TENANT}`] as Setup).waivers.map(({ finding }) => finding);
  assert.deepEqual(await current(), ["f0", "f1", "f2"]);
  mock.timers.setTime(new Date(2030, 1, 1).getTime());
  assert.deepEqual(await current(), ["f1", "f2"]);
  // Changes are taken in one after the other: the deletion comes before this one.
  await changeSetup(TENANT, { what: "marks", on: true });
  assert.deepEqual(stored(), ["f1", "f2"]);
  mock.timers.setTime(new Date(2030, 0, 15).getTime());
  assert.deepEqual(
    [await current(), stored()],
    [
      ["f1", "f2"],
      ["f1", "f2"],
    ],
  );
  mock.timers.reset();
});
