import type { Finding, Outcome } from "../../../dist/wasm/preflight.js";
import { OUTCOMES } from "../../domain/outcomes.js";
import { key } from "../../domain/text.js";
import { expectedWords, subject } from "../../platform/words.js";

/** Which outcomes are listed. */
export type Show = "to-do" | "all" | Outcome;

/** Which findings are listed. */
export interface Filter {
  show: Show;
  /** Words that all have to be in a finding; empty for any. */
  text: string;
}

/** Leaves out only what is met: what was not seen yet, or is waived, is not done. */
export const TO_DO_ONLY: Filter = { show: "to-do", text: "" };

/** Lists everything. */
export const EVERYTHING: Filter = { show: "all", text: "" };

/** True for a finding that is listed. */
export function lists({ show, text }: Filter, finding: Finding): boolean {
  const { outcome, field, id, says, found } = finding;
  const shown = show === "to-do" ? outcome !== "met" : show === "all" || outcome === show;
  if (!shown || text.trim() === "") return shown;
  const said = [subject(finding), field, id, says, found, expectedWords(finding)].map((part) => key(part ?? ""));
  return text
    .split(/\s+/)
    .map(key)
    .every((part) => said.some((own) => own.includes(part)));
}

/** Checks a filter that was remembered. */
export function isFilter(value: unknown): value is Filter {
  if (typeof value !== "object" || value === null) return false;
  const { show, text } = value as Partial<Record<keyof Filter, unknown>>;
  return typeof text === "string" && ["to-do", "all", ...OUTCOMES].some((known) => known === show);
}
