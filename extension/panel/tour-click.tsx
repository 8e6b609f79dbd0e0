import type { GuideStep } from "../../dist/wasm/preflight.js";
import { word } from "../shared/words.js";
import { useDesk } from "./desk.js";
import { NextClick } from "./next-click.js";

/** What is to be clicked next for a step: on the open page, or the way to the page. */
export function TourClick({ step }: { step: GuideStep }) {
  const { page } = useDesk();
  if (step.screen === null) return null;
  // Told by the last judgement, which may be of another step or of a page that is left.
  const pointer = page?.pointer?.step === step.id ? page.pointer : null;
  if (pointer?.click === "done" || pointer?.click === "tick") return null;
  return (
    <>
      <NextClick pointer={pointer} screen={step.screen} />
      {step.state === "unsaved" && <p class="quiet">{word("tour_unsaved")}</p>}
    </>
  );
}
