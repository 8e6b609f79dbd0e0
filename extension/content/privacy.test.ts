import assert from "node:assert/strict";
import { test } from "node:test";
import { key } from "../shared/text.js";
import { disclose, idHoldsToken, looksLikeToken, namesSecret } from "./privacy.js";

const WORDS = new Set(["Yes", "Read and Modify", "Client ID and Secret (Services)"].map(key));
const VALUE = { structural: false, asked: false, secret: false };

test("free text is withheld until the core asks for it", () => {
  assert.equal(disclose("Acme Ltd", WORDS, VALUE), "withheld");
  assert.equal(disclose("Acme Ltd", WORDS, { ...VALUE, asked: true }), "shown");
});

test("labels, the vocabulary's words and short numbers are shown", () => {
  assert.equal(disclose("Our own field", WORDS, { ...VALUE, structural: true }), "shown");
  assert.equal(disclose("read & modify", new Set([key("Read & Modify")]), VALUE), "shown");
  assert.equal(disclose("3", WORDS, VALUE), "shown");
  assert.equal(disclose("12345", WORDS, VALUE), "withheld");
});

test("a secret stays back even when the core asks", () => {
  const asked = { ...VALUE, asked: true, secret: true };
  assert.equal(disclose("hunter two", WORDS, asked), "secret");
  assert.equal(disclose("1234", WORDS, asked), "secret");
  assert.equal(disclose("Yes", WORDS, asked), "shown");
});

test("tokens are secret wherever they stand", () => {
  const token = "kX93mQ02vLw8sTz51aBc";
  assert.equal(disclose(token, WORDS, { structural: true, asked: true, secret: false }), "secret");
  assert.ok(looksLikeToken(`Bearer ${token}`));
  assert.ok(looksLikeToken("7d2f0c4e-51ab-4e0a-9c3d-000000000066"));
  assert.ok(!looksLikeToken("Authorisation Code (Native Application)"));
  assert.ok(!looksLikeToken("https://acme2024.halopsa.com/api"));
  assert.ok(looksLikeToken("https://acme2024.halopsa.com/api?key=1"));
});

test("ids join words by hyphens and are no tokens for that", () => {
  assert.ok(!idHoldsToken("input-field-for-customfield_123"));
  assert.ok(!idHoldsToken("react-select-12-input"));
  assert.ok(idHoldsToken("row-7d2f0c4e-51ab-4e0a-9c3d-000000000066"));
});

test("names that announce a secret", () => {
  for (const name of ["clientSecret", "Client Secret", "new_password", "api-key"]) assert.ok(namesSecret(name), name);
  for (const name of ["Application Name", "Agent to log in as"]) assert.ok(!namesSecret(name), name);
});
