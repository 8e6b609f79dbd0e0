import assert from "node:assert/strict";
import { test } from "node:test";
import { isFromContent, isFromPanel, isToContent } from "./messages.js";

const SNAPSHOT = {
  url: "",
  title: "",
  lang: "",
  truncated: false,
  nodes: { tag: [], parent: [], text: [], flags: [] },
  attrs: { node: [], name: [], value: [] },
};

test("a content script may greet, follow a link and ask for a judgement", () => {
  assert.ok(isFromContent({ kind: "hello", first: true }));
  assert.ok(isFromContent({ kind: "link", link: { profile: "moovila", features: null, field: null } }));
  assert.ok(isFromContent({ kind: "judge", snapshot: SNAPSHOT, clicked: null }));
  assert.ok(isFromContent({ kind: "judge", snapshot: SNAPSHOT, clicked: 0 }));
});

test("what a content script may not say is refused", () => {
  for (const message of [
    null,
    "hello",
    {},
    { kind: "choose", tab: 1, choice: null },
    { kind: "hello" },
    { kind: "judge", clicked: null },
    { kind: "judge", snapshot: SNAPSHOT },
    { kind: "judge", snapshot: SNAPSHOT, clicked: -1 },
    { kind: "judge", snapshot: { ...SNAPSHOT, nodes: null }, clicked: null },
    { kind: "judge", snapshot: { ...SNAPSHOT, nodes: { ...SNAPSHOT.nodes, text: "x" } }, clicked: null },
    { kind: "link", link: { profile: "../../etc", features: null, field: null } },
    { kind: "link", link: { profile: "moovila", features: ["<b>"], field: null } },
  ]) {
    assert.equal(isFromContent(message), false, JSON.stringify(message));
  }
});

test("a snapshot beyond the size of any page is refused", () => {
  const text = ["x".repeat(9 * 1024 * 1024)];
  const snapshot = { ...SNAPSHOT, nodes: { ...SNAPSHOT.nodes, text } };
  assert.equal(isFromContent({ kind: "judge", snapshot, clicked: null }), false);
});

test("the panel names a tab, and content scripts are told known things only", () => {
  assert.ok(isFromPanel({ kind: "panel-state", tab: 3 }));
  assert.equal(isFromPanel({ kind: "panel-state" }), false);
  assert.ok(isFromPanel({ kind: "pause", tab: 3, on: true }));
  assert.equal(isFromPanel({ kind: "pause", tab: 3, on: "yes" }), false);
  assert.equal(isFromPanel({ kind: "show", tab: 3, finding: 7 }), false);
  assert.ok(isFromPanel({ kind: "show", tab: 3, finding: null }));
  assert.ok(isFromPanel({ kind: "step", tab: 3, to: "next" }));
  assert.equal(isFromPanel({ kind: "step", tab: 3, to: "_execute_action" }), false);
  const keep = { kind: "change", tenant: "https://acme.halopsa.com", change: { what: "keep", on: true } };
  assert.ok(isFromPanel(keep));
  assert.equal(isFromPanel({ ...keep, tenant: "https://acme.halopsa.com/config" }), false);
  assert.equal(isFromPanel({ ...keep, tenant: "http://acme.halopsa.com" }), false);
  assert.ok(isToContent({ kind: "navigated" }));
  assert.ok(isToContent({ kind: "step", to: "previous" }));
  assert.ok(isToContent({ kind: "snapshot" }));
  assert.ok(isToContent({ kind: "unsaved" }));
  assert.ok(isFromPanel({ kind: "unsaved", tab: 3 }));
  assert.equal(isFromPanel({ kind: "unsaved", tab: "3" }), false);
  assert.equal(isToContent({ kind: "step", to: "save" }), false);
  assert.equal(isToContent({ kind: "judge", snapshot: SNAPSHOT }), false);
});
