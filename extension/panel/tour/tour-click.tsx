import type { GuideStep } from "../../../dist/wasm/preflight.js";
import { useDesk } from "../common/context.js";
import { NextClick } from "../common/next-click.js";
import { mayLead } from "../page/beside.js";

/** What is to be clicked next for a step: on the open page, or the way to the page. */
export function TourClick({ step }: { step: GuideStep }) {
  const { page, why } = useDesk();
  const pointer = page?.pointer ?? null;
  if (step.screen === null && pointer?.click !== "button" && pointer?.click !== "fill" && pointer?.click !== "first")
    return null;
  // Told by the last judgement, which may be of another step or of somebody who wants to see a finding.
  const isOther = page !== null && pointer?.step !== step.id;
  if (isOther || !mayLead(why) || pointer?.click === "done" || pointer?.click === "tick") return null;
  return <NextClick pointer={pointer} screen={step.screen} />;
}
