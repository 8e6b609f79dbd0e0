import type { Finding, Outcome } from "../../dist/wasm/preflight.js";
import { api } from "./api.js";

/** A text of the interface in the reader's language; ids are those of `_locales`. */
export function word(id: string, ...values: (string | number)[]): string {
  const name = id.replaceAll(/[^a-zA-Z0-9]/g, "_");
  return api.i18n.getMessage(name, values.map(String)) || id;
}

/** "Missing", "Met" … */
export function outcomeWord(outcome: Outcome): string {
  return word(`outcome_${outcome}`);
}

/** What the vendor wants, whole: "Read Only or more". */
export function expectedWords({ operator, expected }: Finding): string {
  return expected === null ? word(`wanted_${operator}`) : word(`expected_${operator}`, expected);
}

/** What the vendor wants, as short as fits on a sign: "Read Only". */
export function expectedBriefly({ operator, expected }: Finding): string {
  return expected ?? word(`wanted_${operator}`);
}

/** What the finding is about, as this tenant names it. */
export function subject(finding: Finding): string {
  return finding.label ?? finding.field ?? word("by_hand_step");
}

/** The names of the vendors that need it; null where there is only one vendor to need anything. */
export function neededBy({ needed_by }: Finding, vendors: Record<string, string>): string | null {
  const names = needed_by.flatMap((id) => vendors[id] ?? []);
  return names.length > 0 ? names.join(", ") : null;
}
