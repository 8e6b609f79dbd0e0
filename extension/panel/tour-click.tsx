import type { GuideStep } from "../../dist/wasm/preflight.js";
import { clickWords, word } from "../shared/words.js";
import { useDesk } from "./desk.js";
import { ScreenLink } from "./screen-link.js";

/** What is to be clicked next for a step: on the open page, or the way to the page. */
export function TourClick({ step }: { step: GuideStep }) {
  const { known, page } = useDesk();
  if (step.screen === null) return null;
  // Told by the last judgement, which may be of another step or of a page that is left.
  const pointer = page?.pointer?.step === step.id ? page.pointer : null;
  if (pointer?.click === "done" || pointer?.click === "tick") return null;
  if (!pointer || pointer.click === "go") {
    return (
      <p class="next-click">
        {word("click_go")} <ScreenLink screen={step.screen} />
      </p>
    );
  }
  const { click, name, target, finding } = pointer;
  const subject = known.report.findings.find(({ id }) => id === finding) ?? null;
  const isMissing = target === null && name !== null;
  return (
    <>
      <p class="next-click">{clickWords(click, name, subject)}</p>
      {step.state === "unsaved" && <p class="quiet">{word("tour_unsaved")}</p>}
      {isMissing && <p class="notice">{word("tour_no_target", name)}</p>}
      {click === "wait" && <p class="quiet">{word("tour_wait_mend")}</p>}
    </>
  );
}
