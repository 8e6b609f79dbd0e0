import type { Guide } from "../../dist/wasm/preflight.js";
import { download } from "../shared/download.js";
import { word } from "../shared/words.js";
import { moveTour, writeHandout } from "./background.js";
import { useDesk } from "./desk.js";
import { TourList } from "./tour-list.js";
import { isSettled, TourStep } from "./tour-step.js";

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
  const { tenant, act } = useDesk();
  const { steps, current, back, next } = guide;
  const at = steps.findIndex(({ id }) => id === current);
  const step = steps[at];
  const done = steps.filter(isSettled).length;
  const go = (id: string | null) => {
    const to = steps.find((each) => each.id === id);
    if (to) act(moveTour(tenant, { what: "go", step: to.id, settled: isSettled(to) }));
  };
  return (
    <>
      <div class="tour-progress">
        <p role="status">
          {step ? word("tour_step", at + 1, steps.length) : word("tour_end")}{" "}
          <span class="quiet">{word("tour_settled", done)}</span>
        </p>
        <progress value={done} max={steps.length} aria-label={word("tour_settled", done)} />
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
