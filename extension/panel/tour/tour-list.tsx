import type { Guide, GuideStep } from "../../../dist/wasm/preflight.js";
import { word } from "../../platform/words.js";
import { useDesk } from "../common/context.js";
import { StateMark, titleOf } from "./tour-step.js";

interface Props {
  guide: Guide;
  go: (step: string) => void;
}

/** Every step with how far it is; one click goes there. */
export function TourList({ guide: { steps, current }, go }: Props) {
  return (
    <details class="tour-list">
      <summary>{word("tour_all", steps.length)}</summary>
      {stopsOf(steps).map((stop) => (
        <section key={stop[0].id} aria-label={placeOf(stop[0])}>
          <p class="where">{placeOf(stop[0])}</p>
          <ol>
            {stop.map((step) => (
              <li key={step.id}>
                <Line step={step} isCurrent={step.id === current} go={() => go(step.id)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </details>
  );
}

function Line({ step, isCurrent, go }: { step: GuideStep; isCurrent: boolean; go: () => void }) {
  const { known } = useDesk();
  const finding = known.report.findings.find(({ id }) => id === step.finding);
  return (
    <button type="button" class="plain" aria-current={isCurrent ? "step" : undefined} onClick={go}>
      <StateMark state={step.state} spoken />
      <span>{titleOf(step, finding)}</span>
    </button>
  );
}

/** Steps that follow each other on one screen. */
function stopsOf(steps: GuideStep[]): [GuideStep, ...GuideStep[]][] {
  const stops: [GuideStep, ...GuideStep[]][] = [];
  for (const step of steps) {
    const last = stops.at(-1);
    if (last && last[0].screen === step.screen && last[0].record === step.record) last.push(step);
    else stops.push([step]);
  }
  return stops;
}

function placeOf({ screen }: GuideStep): string {
  return screen === null ? word("tour_outside") : word(`screen_${screen}`);
}
