import type { Finding } from "../../../dist/wasm/preflight.js";
import { kindOf, ownInsteadOf, pathOf } from "../../domain/screens.js";
import type { Knowledge, PageState } from "../../protocol/state.js";
import { ownRecords } from "./parts.js";

/** Path to go to so that a finding can be seen; null where the page of its record is open, and the next click is there. */
export function wayTo(
  { screen, needed_by }: Finding,
  { profiles, links }: Knowledge,
  page: PageState | null,
): string | null {
  const kind = kindOf(screen);
  const needing = profiles.filter(({ id }) => needed_by.length === 0 || needed_by.includes(id));
  const own = ownRecords(kind, needing, links);
  const isOpen =
    kind === "tenant"
      ? page?.screen === screen
      : page?.record?.kind === kind && ownInsteadOf(page.record, own).length === 0;
  if (isOpen) return null;
  return pathOf(screen, own.length === 1 ? (own[0] ?? null) : null);
}
