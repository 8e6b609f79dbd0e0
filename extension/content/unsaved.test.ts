import assert from "node:assert/strict";
import { test } from "node:test";
import { Unsaved } from "./unsaved.js";

const changed = (address: string, isOnPage = false) => ({ address, isOnPage: () => isOnPage });

test("what the person changes is not saved, until the page is another one", () => {
  const unsaved = new Unsaved();
  assert.equal(unsaved.isAt("/config/teams"), false);
  unsaved.note(changed("/config/teams"));
  assert.equal(unsaved.isAt("/config/teams"), true);
  assert.equal(unsaved.isAt("/config/teams?id=2"), false);
  assert.equal(unsaved.isAt("/config/teams"), false, "back again, it is a new page");
});

test("what is seen as it is saved is not unsaved any more", () => {
  const unsaved = new Unsaved();
  unsaved.note(changed("/config"));
  unsaved.save(unsaved.last);
  assert.equal(unsaved.isAt("/config"), false);
});

test("what is changed after the page was read is not in what was read", () => {
  const unsaved = new Unsaved();
  unsaved.note(changed("/config"));
  const read = unsaved.last;
  unsaved.note(changed("/config"));
  unsaved.save(read);
  assert.equal(unsaved.isAt("/config"), true);
});

test("a form that lies over a saved page is not saved with it", () => {
  const unsaved = new Unsaved();
  unsaved.note(changed("/config", true));
  unsaved.save(unsaved.last);
  assert.equal(unsaved.isAt("/config"), true);
});
