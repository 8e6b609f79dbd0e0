import assert from "node:assert/strict";
import { test } from "node:test";
import { isMove, moved, NO_TOUR, settled, storedTour } from "./tour.js";

const ID = "moovila/step-new-application";

test("a tour starts at the first open step, keeps its ticks, and goes where it is told", () => {
  const ticked = moved(moved(NO_TOUR, { what: "start" }), { what: "tick", step: ID, on: true });
  assert.deepEqual(ticked, { on: true, at: null, ticked: [ID], done: [] });
  assert.deepEqual(moved(ticked, { what: "tick", step: ID, on: true }).ticked, [ID]);
  const there = moved(ticked, { what: "go", step: ID, settled: true });
  assert.deepEqual(there.at, { step: ID, settled: true });
  const again = moved(moved(there, { what: "stop" }), { what: "start" });
  assert.deepEqual(again, { on: true, at: null, ticked: [ID], done: [] });
  assert.deepEqual(moved(again, { what: "tick", step: ID, on: false }).ticked, []);
});

test("only well-formed moves and tours are taken", () => {
  assert.ok(isMove({ what: "start" }));
  assert.ok(isMove({ what: "go", step: ID, settled: false }));
  for (const bad of [null, { what: "fly" }, { what: "go", step: ID }, { what: "tick", step: 1, on: true }]) {
    assert.ok(!isMove(bad), JSON.stringify(bad));
  }
  assert.ok(!isMove({ what: "tick", step: "x".repeat(201), on: true }));
  assert.deepEqual(storedTour(NO_TOUR), NO_TOUR);
  const old = { on: true, at: { step: ID, settled: true }, ticked: [ID] };
  assert.deepEqual(storedTour(old), { ...old, done: [] });
  for (const bad of [undefined, { on: true, ticked: [] }, { ...NO_TOUR, at: {} }, { ...NO_TOUR, done: [1] }]) {
    assert.equal(storedTour(bad), null, JSON.stringify(bad));
  }
});

test("what is settled is noted while the tour is taken, and forgotten when it starts anew", () => {
  assert.equal(settled(NO_TOUR, [ID]), NO_TOUR);
  const on = moved(NO_TOUR, { what: "start" });
  const noted = settled(on, [ID]);
  assert.deepEqual(noted.done, [ID]);
  assert.equal(settled(noted, [ID]), noted);
  assert.deepEqual(moved(noted, { what: "start" }).done, []);
});
