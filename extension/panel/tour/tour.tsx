import type { Guide } from "../../../dist/wasm/preflight.js";
import { download } from "../../platform/download.js";
import { word } from "../../platform/words.js";
import type { Knowledge } from "../../protocol/state.js";
import { moveTour, writeHandout } from "../common/background.js";
import { useDesk } from "../common/context.js";
import { TourList } from "./tour-list.js";
import { isSettled, TourStep, titleOf } from "./tour-step.js";

/** The way through the whole set-up, one step at a time. */
export function Touring() {
  const { tenant, known, act } = useDesk();
  const { guide } = known;
  return (
    <section class="tour" aria-labelledby="tour">
      <div class="line">
        <h3 id="tour">{word("tour")}</h3>
        {guide && (
          <button type="button" class="plain" onClick={() => act(moveTour(tenant, { what: "stop" }))}>
            {word("tour_stop")}
          </button>
        )}
      </div>
      {guide ? (
        <Way guide={guide} />
      ) : (
        <>
          <p class="quiet">{word("tour_hint")}</p>
          <div class="buttons">
            <button type="button" class="main" onClick={() => act(moveTour(tenant, { what: "start" }))}>
              {word("tour_start")}
            </button>
          </div>
        </>
      )}
      <Handout />
    </section>
  );
}

/** The whole way on paper, for a training or beside the screen. */
function Handout() {
  const { tab, tenant, act } = useDesk();
  const save = (page: string | null) =>
    page !== null && download(page, `preflight-tour-${new URL(tenant).hostname}.html`, "text/html");
  return (
    <div class="line">
      <p class="quiet">{word("tour_handout_hint")}</p>
      <button type="button" onClick={() => act(writeHandout(tab).then(save))}>
        {word("tour_handout")}
      </button>
    </div>
  );
}

function Way({ guide }: { guide: Guide }) {
  const { tenant, known, act } = useDesk();
  const { steps, current, back, next, count } = guide;
  const at = steps.findIndex(({ id }) => id === current);
  const step = steps[at];
  const done = steps.filter(isSettled).length;
  const undone = namesOf(guide, known);
  const go = (id: string | null) => {
    const to = steps.find((each) => each.id === id);
    if (to) act(moveTour(tenant, { what: "go", step: to.id, settled: isSettled(to) }));
  };
  return (
    <>
      <div class="tour-progress">
        <p role="status">
          {step ? word("tour_step", count.at, count.of) : word("tour_end")}{" "}
          <span class="quiet">{word("tour_settled", done)}</span>
        </p>
        <progress value={done} max={steps.length} aria-label={word("tour_settled", done)} />
        {undone && <p role="status">{word("tour_undone", undone)}</p>}
      </div>
      {step && <TourStep key={step.id} step={step} />}
      <div class="buttons">
        <button type="button" disabled={back === null} onClick={() => go(back)}>
          {word("tour_back")}
        </button>
        <button type="button" disabled={next === null} onClick={() => go(next)}>
          {word(step && !isSettled(step) ? "tour_skip" : "tour_next")}
        </button>
      </div>
      <TourList guide={guide} go={go} />
    </>
  );
}

/** Most names that are written out. */
const MAX_NAMES = 3;

/** The steps that were done once and are seen not to be any more, by name. */
function namesOf({ steps, undone }: Guide, { report }: Knowledge): string {
  const names = steps
    .filter(({ id }) => undone.includes(id))
    .map((step) =>
      titleOf(
        step,
        report.findings.find(({ id }) => id === step.finding),
      ),
    );
  const more = names.length > MAX_NAMES ? [`+${names.length - MAX_NAMES}`] : [];
  return [...names.slice(0, MAX_NAMES), ...more].join(", ");
}
