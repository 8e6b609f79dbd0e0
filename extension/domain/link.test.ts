import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isLink, parseLink } from "./link.js";

test("a deep link names a profile, features and a field", () => {
  assert.deepEqual(parseLink("#preflight=moovila&features=projects,tasks&field=read:tickets"), {
    profile: "moovila",
    features: ["projects", "tasks"],
    field: "read:tickets",
  });
  assert.deepEqual(parseLink("#preflight=mspbots"), { profile: "mspbots", features: null, field: null });
});

test("a deep link is read as the core writes it", () => {
  const { fragments } = JSON.parse(readFileSync("tests/links.json", "utf8"));
  assert.ok(fragments.length > 5);
  for (const { fragment, profile, features, field } of fragments) {
    const named = features.length > 0 ? features : null;
    assert.deepEqual(parseLink(`#${fragment}`), { profile, features: named, field }, fragment);
  }
});

test("other fragments are the page's own", () => {
  for (const hash of ["", "#", "#section", "#access_token=x"]) assert.equal(parseLink(hash), null, hash);
});

test("malformed links are refused", () => {
  const tooMany = Array.from({ length: 51 }, (_, number) => `f${number}`).join();
  for (const hash of [
    "#preflight=",
    "#preflight=../secrets",
    "#preflight=Moovila",
    `#preflight=${"a".repeat(65)}`,
    "#preflight=moovila&features=<b>",
    `#preflight=moovila&features=${tooMany}`,
    `#preflight=moovila&field=${"x".repeat(121)}`,
  ]) {
    assert.equal(parseLink(hash), null, hash);
  }
});

test("a message's link is checked again", () => {
  assert.ok(isLink({ profile: "moovila", features: null, field: null }));
  for (const value of [
    null,
    "moovila",
    {},
    { profile: "moovila" },
    { profile: "moovila", features: "a", field: null },
  ]) {
    assert.ok(!isLink(value), JSON.stringify(value));
  }
});
