import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_VENDORS } from "../protocol/limits.js";
import { type Change, changed, dayOf, isChange, isSetup, NO_SETUP, withChoice, withFeatures } from "./setup.js";

const MOOVILA = { profile: "moovila", features: null };
const AGENT = { kind: "agent", id: "102", name: "Moovila API", ask: null } as const;
const OTHER = { kind: "agent", id: "9", name: "Priya", ask: null } as const;
const WAIVER = { finding: "all-teams", reason: "Teams are listed one by one.", until: "2030-01-31" };

const CHANGES: Change[] = [
  { what: "vendors", vendors: [MOOVILA] },
  { what: "least-privilege", on: true },
  { what: "keep", on: true },
  { what: "paused", on: true },
  { what: "marks", on: false },
  { what: "record", profile: "moovila", part: "agent", record: AGENT },
  { what: "not-record", profile: "moovila", part: "agent", record: OTHER },
  { what: "waive", waivers: [WAIVER] },
];

test("every change arrives, and what comes out can be stored", () => {
  const setup = CHANGES.reduce(changed, NO_SETUP);
  assert.deepEqual(setup, {
    vendors: [MOOVILA],
    leastPrivilege: true,
    keep: true,
    paused: true,
    marks: false,
    said: [{ profile: "moovila", part: "agent", record: AGENT }],
    rejected: [{ profile: "moovila", part: "agent", record: OTHER }],
    waivers: [WAIVER],
  });
  assert.ok(isSetup(setup) && CHANGES.every(isChange));
});

test("a record and a waiver are one each, and can be taken back", () => {
  const setup = [...CHANGES, ...CHANGES].reduce(changed, NO_SETUP);
  assert.equal(setup.said.length + setup.waivers.length, 2);
  const undone: Change[] = [
    { what: "record", profile: "moovila", part: "agent", record: null },
    { what: "unwaive", findings: [WAIVER.finding] },
  ];
  const { said, waivers } = undone.reduce(changed, setup);
  assert.deepEqual([said, waivers], [[], []]);
});

test("a record is no part that it was said to be none of, until it is said to be it, and plays one part at a time", () => {
  const no: Change = { what: "not-record", profile: "moovila", part: "project", record: AGENT };
  const yes: Change = { what: "record", profile: "moovila", part: "project", record: AGENT };
  const setup = [...CHANGES, no, no].reduce(changed, NO_SETUP);
  assert.equal(setup.rejected.length, 2);
  const { said, rejected } = changed(setup, yes);
  assert.deepEqual(said, [{ profile: "moovila", part: "project", record: AGENT }]);
  assert.equal(rejected.length, 1);
});

test("an answer that a record is none can be taken back, and no other goes with it", () => {
  const no: Change = { what: "not-record", profile: "datagate", part: "agent", record: OTHER };
  const setup = [...CHANGES, no].reduce(changed, NO_SETUP);
  // By then its name is known, or another one.
  const again: Change = { what: "ask-again", answers: [{ ...no, record: { ...OTHER, name: "Priya B." } }] };
  assert.ok(isChange(again));
  assert.deepEqual(
    changed(setup, again).rejected.map(({ profile }) => profile),
    ["moovila"],
  );
});

test("what is said of one vendor's agent is not said of another's", () => {
  const change: Change = { what: "record", profile: "datagate", part: "agent", record: AGENT };
  const { said } = [...CHANGES, change].reduce(changed, NO_SETUP);
  assert.deepEqual(
    said.map(({ profile }) => profile),
    ["moovila", "datagate"],
  );
});

test("a day is the calendar's where the admin is", () => {
  assert.equal(dayOf(new Date(2030, 0, 5)), "2030-01-05");
  assert.equal(dayOf(new Date(2030, 11, 31, 23, 59, 59)), "2030-12-31");
});

test("malformed changes are refused", () => {
  for (const change of [
    null,
    {},
    { what: "vendors", vendors: [{ profile: "../x", features: null }] },
    { what: "keep", on: "yes" },
    { what: "paused" },
    { what: "marks", on: 0 },
    { what: "record", profile: "moovila", part: "agent", record: "Moovila API" },
    { what: "record", part: "agent", record: AGENT },
    { what: "waive", waivers: [{ ...WAIVER, reason: " " }] },
    { what: "waive", waivers: [{ ...WAIVER, until: "tomorrow" }] },
    { what: "unwaive", findings: [1] },
    { what: "ask-again", answers: [AGENT] },
  ]) {
    assert.ok(!isChange(change), JSON.stringify(change));
  }
});

test("one more vendor stands beside the others, once, and only as long as there is room", () => {
  const others = Array.from({ length: MAX_VENDORS - 1 }, (_, number) => ({
    profile: `vendor-${number}`,
    features: null,
  }));
  const full = withChoice(others, MOOVILA);
  assert.deepEqual(full, [...others, MOOVILA]);
  assert.deepEqual(withChoice(full, MOOVILA), full);
  assert.deepEqual(withChoice(full, { profile: "one-too-many", features: null }), full);
  assert.ok(isChange({ what: "vendors", vendors: full }), "what a link chose can be changed by the person");
});

test("a vendor that is chosen stays as it was chosen", () => {
  const billing = { profile: "moovila", features: ["billing"] };
  assert.deepEqual(withChoice([billing], MOOVILA), [billing]);
  assert.deepEqual(withChoice([MOOVILA], billing), [MOOVILA]);
});

test("features are added to one vendor, and none is taken away", () => {
  const chosen = [
    { profile: "moovila", features: ["billing"] },
    { profile: "datagate", features: ["sync"] },
  ];
  assert.deepEqual(withFeatures(chosen, "moovila", ["alerts", "billing"]), [
    { profile: "moovila", features: ["billing", "alerts"] },
    chosen[1],
  ]);
  assert.deepEqual(withFeatures(chosen, "mspbots", ["alerts"]), chosen);
});
