import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { key } from "../domain/text.js";
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
});

const CASES: {
  secrets: string[];
  names: string[];
  ids: [string, boolean][];
  announce: [string, boolean][];
} = JSON.parse(readFileSync("tests/masks.json", "utf8"));

test("secrets are told from names, as the command line does", () => {
  for (const secret of CASES.secrets) assert.ok(looksLikeToken(secret), secret);
  for (const name of CASES.names) assert.ok(!looksLikeToken(name), name);
  for (const [id, holds] of CASES.ids) assert.equal(idHoldsToken(id), holds, id);
  for (const [name, announces] of CASES.announce) assert.equal(namesSecret(name), announces, name);
});
