import type { Finding, GuideStep, Outcome, StepState } from "../../../dist/wasm/preflight.js";
import { sourceOf } from "../../domain/sources.js";
import { expectedWords, subject, word } from "../../platform/words.js";
import type { PageState } from "../../protocol/state.js";
import { moveTour } from "../common/background.js";
import { useDesk } from "../common/context.js";
import { Icon } from "../common/icon.js";
import { Cited } from "../findings/finding.js";
import { TourClick } from "./tour-click.js";

/** Each state looks like an outcome. */
const LOOK: Record<StepState, Outcome> = {
  done: "met",
  ticked: "met",
  unsaved: "review",
  "to-do": "missing",
  check: "review",
  open: "not-seen",
};

/** Done, as far as anybody can tell. */
export function isSettled({ state }: GuideStep): boolean {
  return state === "done" || state === "ticked";
}

/** How far a step is, in a sign and a word. */
export function StateMark({ state, spoken = false }: { state: StepState; spoken?: boolean }) {
  return (
    <span class={`verdict ${LOOK[state]}`}>
      <Icon outcome={LOOK[state]} />
      <span class={spoken ? "spoken" : undefined}>{word(`step_${state}`)}</span>
    </span>
  );
}

/** What a step is about, in one line. */
export function titleOf(step: GuideStep, finding: Finding | undefined): string {
  if (step.text !== null || !finding) return step.text ?? step.id;
  return word("tour_set", subject(finding), expectedWords(finding));
}

/** A step that says Save waits until the form can be saved. */
function isTooEarly({ id, action }: GuideStep, page: PageState | null): boolean {
  const pointer = page?.pointer;
  return action === "save" && pointer?.step === id && (pointer.click === "fill" || pointer.click === "first");
}

/** The step that is to be done now, with all that helps to do it. */
export function TourStep({ step }: { step: GuideStep }) {
  const { tenant, known, page, act } = useDesk();
  const finding = known.report.findings.find(({ id }) => id === step.finding);
  const source = sourceOf({ source: step.source, needed_by: [step.profile] }, known.profiles);
  const tick = (on: boolean) => act(moveTour(tenant, { what: "tick", step: step.id, on }));
  return (
    <article class={`tour-step ${LOOK[step.state]}`} aria-labelledby="tour-step">
      <div class="line">
        <StateMark state={step.state} />
        {step.screen && <span class="quiet">{word(`screen_${step.screen}`)}</span>}
      </div>
      <h4 id="tour-step">{isTooEarly(step, page) ? word("tour_before_save") : titleOf(step, finding)}</h4>
      {finding?.found && <p class="quiet">{`${word("found")}: ${finding.found}`}</p>}
      {finding?.says && <p class="quiet">{`${word("vendor_says")}: ${finding.says}`}</p>}
      <TourClick step={step} />
      {step.proof === "tick" && (
        <label class="switch">
          <input
            type="checkbox"
            checked={step.state === "ticked"}
            onChange={({ currentTarget }) => tick(currentTarget.checked)}
          />
          {word("tour_tick")}
        </label>
      )}
      <p class="quiet">{step.why}</p>
      {source && <Cited source={source} />}
    </article>
  );
}
