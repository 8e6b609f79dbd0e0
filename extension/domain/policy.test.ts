import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

Object.assign(globalThis, { browser: {} });
const { NO_POLICY, policyOf } = await import("./policy.js");

const POLICY = {
  vendors: [{ tenant: "https://acme.halopsa.com", vendor: "moovila" }],
  profiles: ["{}"],
  forbidKeeping: true,
  language: "de",
};

test("what an administrator set is taken over, and nothing else", () => {
  assert.deepEqual(policyOf({ ...POLICY, other: 1 }), POLICY);
  assert.deepEqual(policyOf({}), NO_POLICY);
});

test("a part that does not fit does not count", () => {
  const { vendors } = POLICY;
  const wrong = [{ tenant: "http://acme.halopsa.com", vendor: "moovila" }, { tenant: "https://a.example" }, null];
  assert.deepEqual(policyOf({ vendors: [...vendors, ...wrong] }), { ...NO_POLICY, vendors });
  assert.deepEqual(policyOf({ vendors: "x", profiles: [{}], forbidKeeping: "yes", language: "../en" }), NO_POLICY);
});

test("the schema that Chrome shows to administrators names the same parts", () => {
  const { properties } = JSON.parse(readFileSync("extension/managed-schema.json", "utf8"));
  assert.deepEqual(Object.keys(properties).sort(), Object.keys(NO_POLICY).sort());
});
