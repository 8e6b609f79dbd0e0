import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nameOf, ownInsteadOf, pathOf, SCREENS } from "./screens.js";

const own = { kind: "agent", id: "102", name: "Moovila API", ask: null } as const;
const other = { ...own, id: "3", name: "First line" };
const links = [{ part: "agent", record: own }];

test("every screen of the core has its address", () => {
  const core = readFileSync("dist/wasm/preflight.d.ts", "utf8");
  const [, union = ""] = core.match(/export type ScreenId = (.*);/) ?? [];
  const ids = Array.from(union.matchAll(/"([^"]+)"/g), ([, id = ""]) => id);
  assert.deepEqual([...SCREENS].sort(), ids.sort());
  for (const screen of SCREENS) assert.match(pathOf(screen, []), /^\/config\/./, screen);
  assert.equal(pathOf("advanced-settings", links), "/config/advanced");
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
