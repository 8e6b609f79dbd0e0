import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

// Who leaves an edit that is not saved loses it. So there is one way to take a tab elsewhere, and it asks first
// (`use-leaving.tsx`). This finds whatever goes past it.

const files = readdirSync("extension", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
  .map((file) => ({ file: file.replaceAll("\\", "/"), text: readFileSync(`extension/${file}`, "utf8") }));

/** The lines of the extension's source that match, with their file. */
function linesWith(pattern: RegExp): string[] {
  return files.flatMap(({ file, text }) =>
    text.split("\n").flatMap((line) => (pattern.test(line) ? [`${file}: ${line.trim()}`] : [])),
  );
}

test("a tab is taken elsewhere in two functions of the panel only", () => {
  const ways =
    /\btabs\s*\.(update|reload|goBack|goForward|remove|create)\b|\blocation\s*(\.\s*(assign|replace|reload|href)\b|=[^=])|window\.open/;
  assert.deepEqual(
    linesWith(ways).map((line) => line.replace(/: .*?(tabs\.\w+).*/, ": $1")),
    ["panel/common/background.ts: tabs.reload", "panel/common/background.ts: tabs.update"],
  );
});

test("each of the two is called where it asks first", () => {
  const calls = linesWith(/\b(openInTab|reloadTab)\(/).filter((line) => !line.includes("export function"));
  assert.equal(calls.length, 2);
  for (const call of calls) assert.match(call, /leave\(\(\) => (openInTab|reloadTab)\(/);
});

test("a link leads into the tenant by the one component that asks first, or opens a tab of its own", () => {
  const own = files
    .filter(({ text }) => /<a\b/.test(text))
    .map(({ file, text }) => {
      const anchors = text.match(/<a\b[\s\S]*?>\s/g) ?? [];
      return { file, opens: anchors.every((anchor) => anchor.includes('target="_blank"')) };
    });
  assert.deepEqual(
    own.filter(({ opens }) => !opens).map(({ file }) => file),
    ["panel/common/tenant-link.tsx"],
  );
  assert.deepEqual(linesWith(/<(area|iframe|base|meta)\b/), []);
});
