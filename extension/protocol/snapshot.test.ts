import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_ADDRESS, MAX_ATTRIBUTES, MAX_NODES, MAX_TEXT } from "./limits.js";
import { problemIn } from "./snapshot.js";

/** A snapshot of so many nodes and attributes, each with this text. */
function snapshot(nodes: number, attributes = 0, text = "") {
  const column = <Cell>(length: number, cell: Cell) => Array<Cell>(length).fill(cell);
  return {
    url: "https://acme.halopsa.com/config",
    title: "",
    lang: "en",
    truncated: false,
    nodes: { tag: column(nodes, "p"), parent: column(nodes, 0), text: column(nodes, text), flags: column(nodes, 0) },
    attrs: { node: column(attributes, 0), name: column(attributes, "id"), value: column(attributes, text) },
  };
}

test("what every capture keeps to is taken, up to the last element and the last character", () => {
  assert.equal(problemIn(snapshot(MAX_NODES, MAX_ATTRIBUTES)), null);
  assert.equal(problemIn(snapshot(1, 1, "x".repeat(MAX_TEXT))), null);
  assert.equal(problemIn({ ...snapshot(0), url: "x".repeat(MAX_ADDRESS) }), null);
});

test("what is beyond is refused, with the place, the bound and what to do", () => {
  const long = "x".repeat(MAX_TEXT + 1);
  const cases: [unknown, string][] = [
    [snapshot(MAX_NODES + 1), "`nodes` has 20001 rows, at most 20000"],
    [snapshot(1, MAX_ATTRIBUTES + 1), "`attrs` has 300001 rows"],
    [snapshot(2, 0, long), "`nodes.text[0]` has 301 characters, at most 300"],
    [{ ...snapshot(1), title: long }, "`title` has 301 characters"],
    [{ ...snapshot(1), lang: long }, "`lang`"],
    [{ ...snapshot(1), url: "x".repeat(MAX_ADDRESS + 1) }, "`url` has 8193 characters"],
    [{ ...snapshot(1), nodes: { ...snapshot(1).nodes, tag: [] } }, "`nodes` differ in length"],
    [{ ...snapshot(1), nodes: { ...snapshot(1).nodes, text: [7] } }, "`nodes.text[0]` is no text"],
    [{ ...snapshot(1), attrs: null }, "`nodes` or `attrs` is missing"],
    [null, "no object"],
  ];
  for (const [value, place] of cases) {
    const problem = problemIn(value) ?? "";
    assert.ok(problem.includes(place), `${place}: ${problem}`);
    assert.ok(problem.includes("Reload the page"), problem);
  }
});
