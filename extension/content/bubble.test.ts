import assert from "node:assert/strict";
import { test } from "node:test";
import { type Box, overlap, placeBubble, type Scene, seenThrough } from "./bubble.js";

const SIZE = { width: 200, height: 40 };

/** Numbers that are the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

test("a bubble covers nothing that is to be used, and stays in the window", () => {
  const next = random(7);
  let placed = 0;
  for (let run = 0; run < 3000; run++) {
    const window = { width: 320 + next() * 1200, height: 200 + next() * 800 };
    const box = (): Box => {
      const left = next() * window.width;
      const top = next() * window.height;
      return { left, top, right: left + next() * 400, bottom: top + next() * 300 };
    };
    const scene: Scene = { target: box(), clear: [box(), box(), box()], rather: [box()], window };
    const at = placeBubble(SIZE, scene);
    if (!at) continue;
    placed++;
    const bubble = { ...at, right: at.left + SIZE.width, bottom: at.top + SIZE.height };
    for (const other of [scene.target, ...scene.clear]) assert.equal(overlap(bubble, other), 0, JSON.stringify(scene));
    assert.ok(at.left >= 0 && at.top >= 0 && bubble.right <= window.width && bubble.bottom <= window.height);
  }
  assert.ok(placed > 2500, `${placed} of 3000 were placed`);
});

test("it is on the other side of a menu that is open, and beside the field where both sides are taken", () => {
  const target = { left: 300, top: 300, right: 600, bottom: 330 };
  const window = { width: 1200, height: 700 };
  const menu = { left: 300, top: 338, right: 600, bottom: 600 };
  const below = placeBubble(SIZE, { target, clear: [menu], rather: [], window });
  assert.ok(below && below.top + SIZE.height < target.top);
  const button = { left: 200, top: 200, right: 1000, bottom: 296 };
  const beside = placeBubble(SIZE, { target, clear: [menu, button], rather: [], window });
  assert.ok(beside && (beside.left > target.right || beside.left + SIZE.width < target.left));
});

test("it gives way to what it would rather not cover, and goes where nothing is left", () => {
  const target = { left: 300, top: 300, right: 600, bottom: 330 };
  const window = { width: 1200, height: 700 };
  const label = { left: 0, top: 240, right: 1200, bottom: 295 };
  const at = placeBubble(SIZE, { target, clear: [], rather: [label], window });
  assert.ok(at && at.top > target.bottom);
  assert.equal(placeBubble(SIZE, { target, clear: [], rather: [], window: { width: 180, height: 700 } }), null);
});

test("of a box behind a pane's edge only a part is seen, or nothing", () => {
  const pane = { left: 0, top: 100, right: 500, bottom: 400 };
  assert.deepEqual(seenThrough({ left: 10, top: 90, right: 50, bottom: 120 }, pane), {
    left: 10,
    top: 100,
    right: 50,
    bottom: 120,
  });
  assert.equal(seenThrough({ left: 10, top: 410, right: 50, bottom: 440 }, pane), null);
});
