import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding, Outcome } from "../../../dist/wasm/preflight.js";
import { OUTCOMES } from "../../domain/outcomes.js";

// The browser's own words, which the module looks for when it is loaded.
const browser = { i18n: { getMessage: (id: string, [value = ""] = []) => `${id} ${value}` } };
Object.assign(globalThis, { browser });
const { EVERYTHING, isFilter, lists, TO_DO_ONLY } = await import("./filter.js");

const finding = (outcome: Outcome, label: string | null = null) =>
  ({
    id: "clients-level",
    field: "Clients Access Level",
    label,
    outcome,
    operator: "is",
    expected: "Yes",
    alternatives: [],
  }) as unknown as Finding;

test("by default only what is met is left out: nothing else is done", () => {
  const listed = OUTCOMES.filter((outcome) => lists(TO_DO_ONLY, finding(outcome)));
  assert.deepEqual(
    listed,
    OUTCOMES.filter((outcome) => outcome !== "met"),
  );
  assert.ok(OUTCOMES.every((outcome) => lists(EVERYTHING, finding(outcome))));
});

test("an outcome lists its own findings alone", () => {
  for (const show of OUTCOMES) {
    assert.deepEqual(
      OUTCOMES.filter((outcome) => lists({ show, text: "" }, finding(outcome))),
      [show],
    );
  }
});

test("every word has to be there, in Halo's words or in the tenant's, whatever its case", () => {
  const named = finding("missing", "Customers Access Level");
  for (const text of ["clients", "ACCESS customers", " level ", "clients-level", "yes"]) {
    assert.ok(lists({ show: "to-do", text }, named), text);
  }
  for (const text of ["suppliers", "clients tickets"]) assert.ok(!lists({ show: "all", text }, named), text);
});

test("a filter that was remembered is checked", () => {
  assert.ok(isFilter(TO_DO_ONLY) && isFilter({ show: "not-seen", text: "x" }));
  for (const value of [null, "all", {}, { show: "some", text: "" }, { show: "all", text: 1 }])
    assert.ok(!isFilter(value));
});
