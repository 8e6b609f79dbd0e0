import { nameOf } from "../../domain/screens.js";
import { timeOf } from "../../platform/time.js";
import { word } from "../../platform/words.js";
import { clearEvidence } from "../common/background.js";
import { useDesk } from "../common/context.js";

/** What was seen, when and in which mode, and how long it is kept. */
export function Sightings() {
  const { tenant, setup, known, act, change } = useDesk();
  const latest = known.sightings.toReversed();
  return (
    <section class="sightings" aria-labelledby="sightings">
      <h3 id="sightings">{word("seen_screens", latest.length)}</h3>
      <p class="quiet">{word(setup.keep ? "seen_hint_kept" : "seen_hint")}</p>
      {latest.length > 0 && (
        <ul class="seen">
          {latest.map(({ screen, record, mode, seen }) => (
            <li key={`${screen} ${nameOf(record)}`}>
              <span>
                {word(`screen_${screen}`)} <b>{nameOf(record)}</b>
              </span>
              <span class="quiet">
                {[seen && timeOf(seen), mode && word(`mode_${mode}`)].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div class="line">
        <label class="switch">
          <input
            type="checkbox"
            checked={setup.keep}
            onChange={({ currentTarget }) => change({ what: "keep", on: currentTarget.checked })}
          />
          {word("keep_evidence")}
        </label>
        <button type="button" onClick={() => act(clearEvidence(tenant))}>
          {word("clear_evidence")}
        </button>
      </div>
    </section>
  );
}
