import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageElement } from "./native.js";
import { Redraws } from "./redraws.js";

const element = () => ({}) as PageElement;

/** Which of the elements stand, in a capture at this address. */
function capture(redraws: Redraws, address: string, elements: [PageElement, string][]): boolean[] {
  redraws.begin(address);
  const standing = elements.map(([element, said]) => redraws.stands(element, said));
  redraws.end();
  return standing;
}

test("an element stands that was there under another address and says the same", () => {
  const redraws = new Redraws();
  const [kept, changed, fresh] = [element(), element(), element()];
  capture(redraws, "/a", [
    [kept, "Sync"],
    [changed, "Yes"],
  ]);
  const next: [PageElement, string][] = [
    [kept, "Sync"],
    [changed, "No"],
    [fresh, "Sync"],
  ];
  for (const _ of ["at first", "again"]) assert.deepEqual(capture(redraws, "/b", next), [true, false, false]);
  assert.deepEqual(capture(redraws, "/c", next), [true, true, true]);
});

test("what was drawn before the address changed, and not captured then, stands", () => {
  const redraws = new Redraws();
  capture(redraws, "/a", []);
  redraws.draw("/a");
  const late = element();
  assert.deepEqual(capture(redraws, "/b", [[late, "Sync"]]), [true]);
  redraws.draw("/b");
  assert.deepEqual(
    capture(redraws, "/b", [
      [late, "Sync"],
      [element(), "Sync"],
    ]),
    [true, false],
  );
});

test("of what a visit finds, nobody knows since when it stands", () => {
  const redraws = new Redraws();
  assert.deepEqual(capture(redraws, "/a", [[element(), "Sync"]]), [true]);
  assert.deepEqual(capture(redraws, "/a", [[element(), "Sync"]]), [false]);
});

test("what is drawn with the address is its own, though that is captured later", () => {
  const redraws = new Redraws();
  capture(redraws, "/a", []);
  redraws.draw("/b");
  redraws.draw("/b");
  assert.deepEqual(capture(redraws, "/b", [[element(), "Sync"]]), [false]);
});

test("what was clicked before the address changed led to it", () => {
  const redraws = new Redraws();
  const [row, tab] = [element(), element()];
  capture(redraws, "/a", []);
  redraws.click([row]);
  assert.deepEqual(redraws.led, []);
  redraws.draw("/b");
  redraws.click([tab]);
  capture(redraws, "/b", []);
  assert.deepEqual(redraws.led, [row]);
  redraws.click([]);
  capture(redraws, "/c", []);
  assert.deepEqual(redraws.led, []);
});
