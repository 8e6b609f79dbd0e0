import type { Report } from "../../dist/wasm/preflight.js";
import { outcomeWord } from "../shared/words.js";
import { countsOf } from "./groups.js";
import { Icon } from "./icon.js";

/** How far the whole set-up is: a bar, and the same in words. */
export function Summary({ report }: { report: Report }) {
  const counts = countsOf(report);
  return (
    <div class="summary" role="status">
      <div class="bar" aria-hidden="true">
        {counts.map(({ outcome, count }) => (
          <span key={outcome} class={`segment ${outcome}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul class="counts">
        {counts.map(({ outcome, count }) => (
          <li key={outcome} class={outcome}>
            <Icon outcome={outcome} />
            <b>{count}</b> {outcomeWord(outcome)}
          </li>
        ))}
      </ul>
    </div>
  );
}
