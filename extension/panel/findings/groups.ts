import type { Finding, Outcome, Report, ScreenId } from "../../../dist/wasm/preflight.js";
import { OUTCOMES, TO_DO } from "../../domain/outcomes.js";
import { SCREENS } from "../../domain/screens.js";

/** The findings of one screen. */
export interface Group {
  screen: ScreenId;
  /** To do and to review, worst first. */
  open: Finding[];
  /** Not on the pages seen so far. */
  unseen: Finding[];
  /** Accepted as they are, with a reason. */
  waived: Finding[];
  /** As the vendor wants it. */
  met: Finding[];
}

/** Findings by screen, the open screen's first; what does not apply is left out. */
export function groupsOf(findings: Finding[], openScreen: ScreenId | null): Group[] {
  const order = SCREENS.toSorted((a, b) => Number(b === openScreen) - Number(a === openScreen));
  return order.flatMap((screen) => {
    const own = findings.filter((finding) => finding.screen === screen && finding.outcome !== "not-applicable");
    if (own.length === 0) return [];
    const having = (...outcomes: Outcome[]) =>
      outcomes.flatMap((outcome) => own.filter((finding) => finding.outcome === outcome));
    const open = having(...TO_DO, "review");
    return [{ screen, open, unseen: having("not-seen"), waived: having("waived"), met: having("met") }];
  });
}

/** How many findings have each outcome that applies, worst first; outcomes without findings are left out. */
export function countsOf({ summary }: Report): { outcome: Outcome; count: number }[] {
  return OUTCOMES.filter((outcome) => outcome !== "not-applicable")
    .map((outcome) => ({ outcome, count: summary[outcome] ?? 0 }))
    .filter(({ count }) => count > 0);
}
