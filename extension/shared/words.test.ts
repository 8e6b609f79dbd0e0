import assert from "node:assert/strict";
import { test } from "node:test";

// The browser's own words, which the module looks for when it is loaded.
const browser = { i18n: { getMessage: (name: string) => (name === "known" ? "the browser's" : "") } };
Object.assign(globalThis, { browser });
const { speak, word } = await import("./words.js");

test("without a chosen language, words are the browser's", () => {
  speak(null);
  assert.equal(word("known"), "the browser's");
  assert.equal(word("not-known"), "not-known");
});

test("a chosen language's words take their values as the browser's do", () => {
  speak({
    plain: { message: "Fertig" },
    two_values: {
      message: "$COUNT$ von $all$ für $$5",
      placeholders: { count: { content: "$1" }, all: { content: "alle $2" } },
    },
  });
  assert.equal(word("plain"), "Fertig");
  assert.equal(word("two-values", 3, "$1"), "3 von alle $1 für $5");
  assert.equal(word("two-values"), " von alle  für $5");
});

test("what a chosen language lacks is said in the browser's", () => {
  speak({ plain: { message: "Fertig" } });
  assert.equal(word("known"), "the browser's");
});
