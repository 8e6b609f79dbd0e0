import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const FOLDER = "extension/_locales";
const languages = readdirSync(FOLDER).map((language) => ({ language, messages: read(language) }));
const english = read("en");

function read(language: string): Record<string, Message> {
  return JSON.parse(readFileSync(`${FOLDER}/${language}/messages.json`, "utf8"));
}

test("every id is there in every language, with the same placeholders", () => {
  for (const { language, messages } of languages) {
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(english).sort(), language);
    for (const [id, { placeholders = {} }] of Object.entries(messages)) {
      assert.deepEqual(Object.keys(placeholders).sort(), Object.keys(english[id]?.placeholders ?? {}).sort(), id);
    }
  }
});

test("every placeholder in a text is declared", () => {
  for (const { messages } of languages) {
    for (const [id, { message, placeholders = {} }] of Object.entries(messages)) {
      const used = Array.from(message.matchAll(/\$(\w+)\$/g), ([, name = ""]) => name.toLowerCase());
      assert.deepEqual(used.sort(), Object.keys(placeholders).sort(), id);
    }
  }
});

test("no sentence was left in English", () => {
  const isSentence = (text = "") => text.split(/\s+/).length > 4 && !/[›·]/.test(text);
  for (const { language, messages } of languages.filter(({ language }) => language !== "en")) {
    const left = Object.keys(english).filter((id) => isSentence(english[id]?.message));
    assert.deepEqual(
      left.filter((id) => messages[id]?.message === english[id]?.message),
      [],
      language,
    );
  }
});

/** The code of the interface and the core, without tests. */
const code = ["extension", "src"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|rs)$/.test(file) && !/\.test\.|(^|\/)tests\.rs$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8").replace(/#\[cfg\(test\)\]\nmod .*/s, "")),
);

test("every id that the code names is there", () => {
  const ids = code.flatMap((text) =>
    Array.from(text.matchAll(/\b(?:word|labelled)\(\s*"([^"]+)"/g), ([, id = ""]) => id),
  );
  assert.ok(ids.length > 60);
  assert.deepEqual(
    ids.filter((id) => !(id in english)),
    [],
  );
});

test("no id is there that no code names", () => {
  const texts = [...code, readFileSync("manifest.json", "utf8")].join("\n");
  const named = new Set(Array.from(texts.matchAll(/["`](?:__MSG_)?(\w+?)(?:__)?["`]/g), ([, id = ""]) => id));
  // Ids that are put together: `screen_${id}` in TypeScript, "screen_{id}" in Rust.
  const made = Array.from(
    texts.matchAll(/["`](\w*)\$?\{[^{}]*\}(\w*)["`]/g),
    ([, before = "", after = ""]) => new RegExp(`^${before}\\w+${after}$`),
  ).filter((made) => !/^\^\\w\+_?\$$/.test(made.source));
  assert.ok(made.length > 20);
  assert.deepEqual(
    Object.keys(english).filter((id) => !named.has(id) && !made.some((pattern) => pattern.test(id))),
    [],
  );
});

test("every screen, outcome and reason of the core has its words", () => {
  const core = readFileSync("dist/wasm/preflight.d.ts", "utf8");
  const members = (type: string) => {
    const [, union = ""] = core.match(new RegExp(`export type ${type} = (.*);`)) ?? [];
    return Array.from(union.matchAll(/"([^"]+)"/g), ([, id = ""]) => id.replaceAll(/[^a-z0-9]/g, "_"));
  };
  const ids = [
    ...members("ScreenId").flatMap((id) => [`screen_${id}`, `where_${id}`]),
    ...members("Outcome").map((id) => `outcome_${id}`),
    ...members("Reason").map((id) => `reason_${id}`),
    ...members("Status").flatMap((id) => (id === "read" ? [] : [`why_${id}`, `page_${id}`])),
    ...members("Severity").flatMap((id) => (id === "required" ? [] : `severity_${id}`)),
    ...members("Mode").map((id) => `mode_${id}`),
    ...members("StepState").map((id) => `step_${id}`),
    ...members("Click").map((id) => `click_${id}`),
    ...members("State").map((id) => `cause_is_${id}`),
    ...operators().flatMap((id) => [`wanted_${id}`, `expected_${id}`]),
  ];
  assert.ok(ids.length > 40);
  assert.deepEqual(
    ids.filter((id) => !(id in english)),
    [],
  );
});

/** The operators of requirements. */
function operators(): string[] {
  const { $defs } = JSON.parse(readFileSync("profiles/schema.json", "utf8"));
  const all: { required: string[] }[] = $defs.Expect.oneOf;
  assert.ok(all.length > 10);
  return all.flatMap(({ required }) => required);
}

test("every cause of the core's diagnosis has its words", () => {
  const table = readFileSync("src/diagnosis/symptoms.rs", "utf8");
  const causes = Array.from(
    table.matchAll(/Cause \{\s*id: "([^"]+)"/g),
    ([, id = ""]) => `cause_${id.replaceAll("-", "_")}`,
  );
  assert.ok(causes.length > 20);
  assert.deepEqual(
    causes.filter((id) => !(id in english)),
    [],
  );
});
