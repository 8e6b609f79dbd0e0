import type { Finding, Outcome, Pointer } from "../../dist/wasm/preflight.js";
import { api } from "./api.js";

/** A file of `_locales`. */
export type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

let spoken: Messages | null = null;

/** Speaks with these words from now on; null: in the browser's language. */
export function speak(messages: Messages | null): void {
  spoken = messages;
}

/** The words of the chosen language; null where the browser's is spoken. */
export function spokenWords(): Messages | null {
  return spoken;
}

/** A text of the interface in the reader's language; ids are those of `_locales`. */
export function word(id: string, ...values: (string | number)[]): string {
  const name = id.replaceAll(/[^a-zA-Z0-9]/g, "_");
  const texts = values.map(String);
  return inChosen(name, texts) || api.i18n.getMessage(name, texts) || id;
}

/** A text as the browser would make it out of the file: `$NAME$` is a placeholder, `$1` a value, `$$` a dollar sign. */
function inChosen(name: string, values: string[]): string | undefined {
  const { message, placeholders = {} } = spoken?.[name] ?? {};
  const value = (text: string) => text.replaceAll(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? "");
  return message?.replaceAll(/\$(?:(\w+)\$|(\d)|\$)/g, (_, placeholder?: string, place?: string) => {
    if (placeholder !== undefined) return value(placeholders[placeholder.toLowerCase()]?.content ?? "");
    return place === undefined ? "$" : value(`$${place}`);
  });
}

/** "Missing", "Met" … */
export function outcomeWord(outcome: Outcome): string {
  return word(`outcome_${outcome}`);
}

/** What the vendor wants, whole: "Read Only or more"; of several settings of which one is enough, all of them. */
export function expectedWords(finding: Finding): string {
  if (finding.alternatives.length === 0) return valueWords(finding);
  const all = finding.alternatives.map((one) => `${one.field} (${word(`screen_${one.screen}`)}): ${valueWords(one)}`);
  return word("expected_any_of", all.join("; "));
}

function valueWords({ operator, expected }: Pick<Finding, "operator" | "expected">): string {
  return expected === null ? word(`wanted_${operator}`) : word(`expected_${operator}`, expected);
}

/** What the vendor wants, as short as fits on a sign: "Read Only". */
export function expectedBriefly({ operator, expected, alternatives }: Finding): string {
  // The sign may stand at any of them.
  return alternatives.length > 0 ? word("wanted_any_of") : (expected ?? word(`wanted_${operator}`));
}

/** What the finding is about, as this tenant names it: the field, or those of which one is enough. */
export function subject(finding: Finding): string {
  const fields = new Set(finding.alternatives.map(({ field }) => field));
  if (fields.size > 1) return [...fields].join(" / ");
  return finding.label ?? finding.field ?? word("by_hand_step");
}

/** Why the outcome is what it is; null where that needs no words. */
export function reasonWords({ reason, shown_when }: Finding): string | null {
  return reason && word(`reason_${reason}`, shown_when?.field ?? "", shown_when?.is ?? "");
}

/** What is to be clicked next on the tour: "Press “Edit”". */
export function clickWords({ click, name, shown_when }: Pointer, finding: Finding | null): string {
  if (click === "field" && finding) return settingWords(finding);
  if (click === "first" && finding) return word("click_first", name ?? subject(finding), expectedWords(finding));
  if (click === "depends" && shown_when) return word("click_depends", shown_when.field, shown_when.is);
  return name === null ? word(`click_${click}`) : word(`click_${click}`, name);
}

/** How a field is set: "Set this to: Read Only". */
function settingWords(finding: Finding): string {
  const { operator, expected, field } = finding;
  if (expected !== null) return word("click_field", expectedWords(finding));
  if (operator === "includes" && field === "Teams") return word("click_field_teams");
  return word(`click_field_${operator}`, subject(finding));
}

/** The names of the vendors that need it; null where there is only one vendor to need anything. */
export function neededBy({ needed_by }: Finding, vendors: Record<string, string>): string | null {
  const names = needed_by.flatMap((id) => vendors[id] ?? []);
  return names.length > 0 ? names.join(", ") : null;
}
