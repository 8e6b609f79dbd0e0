import assert from "node:assert/strict";
import { test } from "node:test";
import { isMove, isTour, moved, NO_TOUR } from "./tour.js";

const ID = "moovila/step-new-application";

test("a tour starts at the first open step, keeps its ticks, and goes where it is told", () => {
  const ticked = moved(moved(NO_TOUR, { what: "start" }), { what: "tick", step: ID, on: true });
  assert.deepEqual(ticked, { on: true, at: null, ticked: [ID] });
  assert.deepEqual(moved(ticked, { what: "tick", step: ID, on: true }).ticked, [ID]);
  const there = moved(ticked, { what: "go", step: ID, settled: true });
  assert.deepEqual(there.at, { step: ID, settled: true });
  const again = moved(moved(there, { what: "stop" }), { what: "start" });
  assert.deepEqual(again, { on: true, at: null, ticked: [ID] });
  assert.deepEqual(moved(again, { what: "tick", step: ID, on: false }).ticked, []);
});

test("only well-formed moves and tours are taken", () => {
  assert.ok(isMove({ what: "start" }));
  assert.ok(isMove({ what: "go", step: ID, settled: false }));
  for (const bad of [null, { what: "fly" }, { what: "go", step: ID }, { what: "tick", step: 1, on: true }]) {
    assert.ok(!isMove(bad), JSON.stringify(bad));
  }
  assert.ok(!isMove({ what: "tick", step: "x".repeat(201), on: true }));
  assert.ok(isTour(NO_TOUR));
  assert.ok(isTour({ on: true, at: { step: ID, settled: true }, ticked: [ID] }));
  for (const bad of [undefined, { on: true, ticked: [] }, { ...NO_TOUR, at: {} }, { ...NO_TOUR, ticked: [1] }]) {
    assert.ok(!isTour(bad), JSON.stringify(bad));
  }
});
