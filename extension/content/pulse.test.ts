import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { pulse } from "./pulse.js";

test("what changes without a sign is looked for within half a second, and only while the tab can be seen and is read", () => {
  mock.timers.enable({ apis: ["setInterval"] });
  const visit = new AbortController();
  let [looks, hidden] = [0, false];
  const follow = pulse(
    visit.signal,
    () => hidden,
    () => looks++,
  );
  /** How often it looks within this time. */
  const within = (time: number) => {
    const before = looks;
    mock.timers.tick(time);
    return looks - before;
  };
  assert.ok(within(500) >= 1);
  assert.ok(within(10_000) <= 25, "seldom enough to cost nothing");
  hidden = true;
  follow();
  assert.equal(within(60_000), 0, "hidden");
  hidden = false;
  follow();
  follow();
  assert.ok([1, 2].includes(within(500)), "seen again: one timer, however often it is asked");
  visit.abort();
  assert.equal(within(60_000), 0, "nothing is read any more");
  follow();
  assert.equal(within(60_000), 0, "a tab that is shown later starts nothing");
  mock.timers.reset();
});

test("a visit that begins in a hidden tab waits until it is seen", () => {
  mock.timers.enable({ apis: ["setInterval"] });
  let [looks, hidden] = [0, true];
  const follow = pulse(
    new AbortController().signal,
    () => hidden,
    () => looks++,
  );
  mock.timers.tick(60_000);
  assert.equal(looks, 0);
  hidden = false;
  follow();
  mock.timers.tick(500);
  assert.equal(looks, 1);
  mock.timers.reset();
});
