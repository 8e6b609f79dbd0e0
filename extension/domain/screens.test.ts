import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { listAt, nameOf, ownInsteadOf, pathOf, SCREENS } from "./screens.js";

const own = { kind: "agent", id: "102", name: "Moovila API", ask: null } as const;
const other = { ...own, id: "3", name: "First line" };

test("every screen of the core has its address", () => {
  const core = readFileSync("dist/wasm/preflight.d.ts", "utf8");
  const [, union = ""] = core.match(/export type ScreenId = (.*);/) ?? [];
  const ids = Array.from(union.matchAll(/"([^"]+)"/g), ([, id = ""]) => id);
  assert.deepEqual([...SCREENS].sort(), ids.sort());
  for (const screen of SCREENS) assert.match(pathOf(screen, null), /^\/config\/./, screen);
  assert.equal(pathOf("advanced-settings", null), "/config/advanced");
});

test("a known record is opened itself, another one in its list", () => {
  assert.equal(pathOf("agent.permissions", own), "/config/agents/agents?agentid=102");
  assert.equal(pathOf("agent.permissions", null), "/config/agents/agents");
});

test("a list is told by its address", () => {
  assert.equal(listAt("https://demo.halopsa.com/config/agents/Roles/?x=1#y"), "role");
  assert.equal(listAt("https://demo.halopsa.com/config/agents"), null);
});

test("another record is told from the integration's own", () => {
  assert.deepEqual(ownInsteadOf(other, [own]).map(nameOf), ["Moovila API"]);
  assert.deepEqual(ownInsteadOf(own, [own]), []);
  assert.deepEqual(ownInsteadOf({ ...other, id: null, name: null }, [own]), []);
  // One of two is not known: it may be that one.
  assert.deepEqual(ownInsteadOf(other, [own, null]), []);
});
