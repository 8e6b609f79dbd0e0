import assert from "node:assert/strict";
import { test } from "node:test";
import type { Guide, Pointer } from "../../../dist/wasm/preflight.js";
import type { PageState } from "../../protocol/state.js";
import { mayLead, mayStandBeside, type Said, saidOn, type Topic } from "./beside.js";

/** What each notice tells the reader; null: nothing to do. */
const TELLS: Record<Topic, string | null> = {
  paused: "resume",
  "signed-out": "sign in",
  "not-configuration": "go elsewhere",
  "no-vendor": "choose",
  reload: "reload",
  "still-loading": "wait",
  "language-not-recognised": "set the language",
  "not-a-configuration-screen": "go elsewhere",
  unreadable: "reload",
  list: "open a record of this list",
  rejected: null,
  "other-record": "go elsewhere",
  "nothing-asked": "go elsewhere",
  unsaved: "save",
};

/** What each click tells the reader. */
const CLICKS: Record<NonNullable<Said>, string | null> = {
  go: "go elsewhere",
  record: "open a record of this list",
  tab: "open a tab",
  button: "press a button",
  save: "save",
  field: "set a field",
  first: "set a field",
  fill: "set a field",
  depends: "set a field",
  reveal: "scroll",
  tick: null,
  answer: "answer",
  wait: "wait",
  done: null,
  unknown: null,
};

/** Pairs that can be followed one after the other: what changes nothing on the page is no contradiction. */
const ONE_AFTER_THE_OTHER = new Set(["save, then go elsewhere", "save, then open a tab", "save, then wait"]);
const fits = (a: string | null, b: string | null) =>
  a === null || b === null || a === b || ONE_AFTER_THE_OTHER.has(`${a}, then ${b}`);
const HINTS: Topic[] = ["unsaved"];

test("no notice contradicts what the step says, whatever stands together", () => {
  let together = 0;
  for (const topic of Object.keys(TELLS) as Topic[]) {
    for (const said of Object.keys(CLICKS) as NonNullable<Said>[]) {
      if (!mayStandBeside(topic, said) || !mayLead(topic)) continue;
      const isPossible = topic !== "not-configuration" || said === "go" || said === "done";
      // An unsaved edit is no list, and what is saved first may stand beside whatever comes after it.
      const isUnsaved = HINTS.includes(topic) && said === "record";
      if (isPossible && !isUnsaved) assert.ok(fits(TELLS[topic], CLICKS[said]), `${topic} beside ${said}`);
      together++;
    }
  }
  assert.ok(together > 10);
});

test("a page that cannot be used comes before every step", () => {
  for (const topic of ["paused", "signed-out", "reload", "still-loading", "unreadable"] as const) {
    assert.ok(mayStandBeside(topic, "field"), topic);
    assert.ok(!mayLead(topic), topic);
  }
  assert.ok(mayLead(null));
  assert.ok(mayLead("unsaved"));
});

test("without a tour every notice stands", () => {
  for (const topic of Object.keys(TELLS) as Topic[]) assert.ok(mayStandBeside(topic, null), topic);
});

test("what is said is of the current step, and of the open page", () => {
  const guide = { current: "a/1" } as Guide;
  const pointer = { step: "a/1", click: "button", name: "Save" } as Pointer;
  const page = (pointer: Pointer | null) => ({ pointer }) as PageState;
  assert.equal(saidOn(page(pointer), guide), "save");
  assert.equal(saidOn(page({ ...pointer, name: "Edit" }), guide), "button");
  assert.equal(saidOn(page({ ...pointer, step: "a/0" }), guide), "unknown");
  assert.equal(saidOn(page(null), guide), "unknown");
  assert.equal(saidOn(null, guide), "go");
  assert.equal(saidOn(page(pointer), { current: null } as Guide), "done");
  assert.equal(saidOn(page(null), null), null);
  assert.equal(saidOn(page({ ...pointer, step: null, click: "tab" }), null), "tab");
});
