import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nameOf, ownInsteadOf, pathOf, SCREENS } from "./screens.js";

const own = { kind: "agent", id: "102", name: "Moovila API", ask: null } as const;
const other = { ...own, id: "3", name: "First line" };
const links = [{ part: "agent", record: own }];

test("the order of the screens and their paths are the core's", () => {
  const core = readFileSync("src/vocabulary/screen.rs", "utf8");
  const [, all = ""] = core.match(/pub const ALL[^=]*= \[([^\]]*)\]/) ?? [];
  const ids = Array.from(all.matchAll(/Self::(\w+)/g), ([, variant = ""]) => {
    const [, id] = core.match(new RegExp(`Self::${variant} => "([^"]+)"`)) ?? [];
    return id;
  });
  assert.deepEqual(SCREENS, ids);
  for (const screen of SCREENS) assert.ok(core.includes(`"${pathOf(screen, [])}"`), screen);
});

test("a known record is opened itself", () => {
  assert.equal(pathOf("agent.permissions", links), "/config/agents/agents?agentid=102");
  assert.equal(pathOf("role.permissions", links), "/config/agents/roles");
});

test("another record is told from the integration's own", () => {
  assert.deepEqual(ownInsteadOf(other, ["agent"], links).map(nameOf), ["Moovila API"]);
  assert.deepEqual(ownInsteadOf(own, ["agent"], links), []);
  assert.deepEqual(ownInsteadOf({ ...other, id: null, name: null }, ["agent"], links), []);
  // One of two parts is open: it may be that one.
  assert.deepEqual(ownInsteadOf(other, ["agent", "second"], links), []);
});
