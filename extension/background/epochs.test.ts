import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, choiceOf, EVERYTHING, evidenceOf, overtake, tabOf } from "./epochs.js";

const TENANT = "https://acme.halopsa.com";

test("what was begun counts until something that it is about is overtaken", () => {
  const counts = begin(evidenceOf(TENANT), tabOf(3));
  overtake(evidenceOf("https://other.halopsa.com"), choiceOf(TENANT), tabOf(4));
  assert.ok(counts());
  for (const subject of [evidenceOf(TENANT), tabOf(3), EVERYTHING]) {
    const begun = begin(evidenceOf(TENANT), tabOf(3));
    overtake(subject);
    assert.ok(!begun(), subject);
    assert.ok(begin(evidenceOf(TENANT), tabOf(3))(), "what begins after it counts");
  }
});
