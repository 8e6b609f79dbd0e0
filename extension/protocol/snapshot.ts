import type { Snapshot } from "../../dist/wasm/preflight.js";
import { MAX_ADDRESS, MAX_ATTRIBUTES, MAX_NODES, MAX_TEXT } from "./limits.js";

/**
 * What is out of bounds or out of shape in something that should be a snapshot, and what to do; null for a sound one. The
 * core looks at what the columns hold.
 */
export function problemIn(value: unknown): string | null {
  const place = placeIn(value);
  return place === null ? null : `snapshot: ${place}. Reload the page: it may hold an older Preflight.`;
}

/** True for what has the shape and the size of a snapshot. */
export function isSnapshot(value: unknown): value is Snapshot {
  return placeIn(value) === null;
}

function placeIn(value: unknown): string | null {
  if (!isObject(value)) return "it is no object";
  const { nodes, attrs, url, title, lang } = value;
  if (!isObject(nodes) || !isObject(attrs)) return "`nodes` or `attrs` is missing";
  return (
    columnsIn("nodes", [nodes.tag, nodes.parent, nodes.text, nodes.flags], MAX_NODES) ??
    columnsIn("attrs", [attrs.node, attrs.name, attrs.value], MAX_ATTRIBUTES) ??
    textIn("url", url, MAX_ADDRESS) ??
    textIn("title", title, MAX_TEXT) ??
    textIn("lang", lang, MAX_TEXT) ??
    textsIn("nodes.tag", nodes.tag) ??
    textsIn("nodes.text", nodes.text) ??
    textsIn("attrs.name", attrs.name) ??
    textsIn("attrs.value", attrs.value)
  );
}

function columnsIn(place: string, columns: unknown[], most: number): string | null {
  const lengths = columns.map((column) => (Array.isArray(column) ? column.length : -1));
  const [length = 0] = lengths;
  if (lengths.some((other) => other < 0 || other !== length)) return `the columns of \`${place}\` differ in length`;
  return length <= most ? null : `\`${place}\` has ${length} rows, at most ${most} are read`;
}

function textsIn(place: string, column: unknown): string | null {
  const at = (column as unknown[]).findIndex((text) => textIn("", text, MAX_TEXT) !== null);
  return at < 0 ? null : textIn(`${place}[${at}]`, (column as unknown[])[at], MAX_TEXT);
}

function textIn(place: string, text: unknown, most: number): string | null {
  if (typeof text !== "string") return `\`${place}\` is no text`;
  return text.length <= most ? null : `\`${place}\` has ${text.length} characters, at most ${most} are read`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
