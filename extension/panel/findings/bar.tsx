import type { Report } from "../../../dist/wasm/preflight.js";
import { outcomeWord } from "../../platform/words.js";
import { countsOf } from "./groups.js";

/** How far the whole set-up is: a bar to be seen, and the same in words to be heard. */
export function Bar({ report }: { report: Report }) {
  const counts = countsOf(report);
  return (
    <>
      <div class="bar" aria-hidden="true">
        {counts.map(({ outcome, count }) => (
          <span key={outcome} class={`segment ${outcome}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <p class="spoken" role="status">
        {counts.map(({ outcome, count }) => `${count} ${outcomeWord(outcome)}`).join(", ")}
      </p>
    </>
  );
}
