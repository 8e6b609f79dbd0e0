import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../dist/wasm/preflight.js";

// The browser's own words, which the module looks for when it is loaded.
const browser = { i18n: { getMessage: (name: string) => (name === "known" ? "the browser's" : "") } };
Object.assign(globalThis, { browser });
const { expectedBriefly, expectedWords, speak, subject, word } = await import("./words.js");

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

test("of several settings of which one is enough, all are named", () => {
  speak({
    expected_is: { message: "$1" },
    wanted_includes: { message: "entries" },
    expected_any_of: { message: "one of these: $1" },
    wanted_any_of: { message: "one of several" },
    screen_agent_departments_teams: { message: "Agent" },
    screen_application_permissions: { message: "Application" },
  });
  const teams = { screen: "agent.departments-teams", field: "Teams", operator: "includes", expected: null };
  const scope = { screen: "application.permissions", field: "all:teams", operator: "is", expected: "Yes" };
  const finding = { field: "Teams", label: null, operator: "any_of", expected: null, alternatives: [teams, scope] };
  const of = (alternatives: object[]) => ({ ...finding, alternatives }) as unknown as Finding;
  assert.equal(expectedWords(of([teams, scope])), "one of these: Teams (Agent): entries; all:teams (Application): Yes");
  assert.equal(expectedBriefly(of([teams, scope])), "one of several");
  assert.equal(subject(of([teams, scope])), "Teams / all:teams");
  assert.equal(subject(of([teams, teams])), "Teams");
});
