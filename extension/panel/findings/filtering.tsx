import type { Outcome, Report } from "../../../dist/wasm/preflight.js";
import { TO_DO } from "../../domain/outcomes.js";
import { outcomeWord, word } from "../../platform/words.js";
import { Icon } from "../common/icon.js";
import { type Filter, type Show, TO_DO_ONLY } from "./filter.js";
import { countsOf } from "./groups.js";

interface Props {
  report: Report;
  filter: Filter;
  setFilter: (filter: Filter) => void;
}

/** How many findings have which outcome, and which of them are listed: the counts are the filter. */
export function Filtering({ report, filter, setFilter }: Props) {
  const counts = countsOf(report);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const toDo = TO_DO.reduce((sum, outcome) => sum + (report.summary[outcome] ?? 0), 0);
  const chip = (show: Show, count: number) => (
    <Chip
      key={show}
      show={show}
      count={count}
      chosen={filter.show === show}
      choose={() => setFilter({ ...filter, show })}
    />
  );
  return (
    <div class="filter">
      <fieldset class="chips">
        <legend class="spoken">{word("filter_show")}</legend>
        {chip("to-do", toDo)}
        {counts.map(({ outcome, count }) => chip(outcome, count))}
        {/* What nobody has any more can still be what is listed. */}
        {isGone(filter.show, counts) && chip(filter.show, 0)}
        {chip("all", all)}
      </fieldset>
      <input
        type="search"
        aria-label={word("filter_text")}
        placeholder={word("filter_text")}
        spellcheck={false}
        value={filter.text}
        onInput={({ currentTarget }) => setFilter({ ...filter, text: currentTarget.value })}
      />
    </div>
  );
}

function isGone(show: Show, counts: { outcome: Outcome }[]): boolean {
  return show !== "to-do" && show !== "all" && counts.every(({ outcome }) => outcome !== show);
}

interface ChipProps {
  show: Show;
  count: number;
  chosen: boolean;
  choose: () => void;
}

function Chip({ show, count, chosen, choose }: ChipProps) {
  const isOutcome = show !== "to-do" && show !== "all";
  return (
    <label class={isOutcome ? `chip ${show}` : "chip"}>
      <input type="radio" name="filter" value={show} checked={chosen} onChange={choose} />
      {isOutcome && <Icon outcome={show} />}
      <b>{count}</b> {isOutcome ? outcomeWord(show) : word(`filter_${show}`)}
    </label>
  );
}

interface LeftOutProps {
  /** How many findings the filter leaves out. */
  hidden: number;
  /** How many it lists. */
  listed: number;
  filter: Filter;
  showAll: () => void;
}

/** Says what the filter leaves out: what is not listed is not therefore done. */
export function LeftOut({ hidden, listed, filter, showAll }: LeftOutProps) {
  if (hidden === 0) return null;
  const isDone = listed === 0 && filter.show === TO_DO_ONLY.show && filter.text === "";
  return (
    <div class="line left-out" role="status">
      <span class="quiet">
        {listed === 0 && <>{isDone ? word("filter_all_met") : word("filter_nothing")} </>}
        {word("filter_left_out", hidden)}
      </span>
      <button type="button" class="plain" onClick={showAll}>
        {word("filter_show_all")}
      </button>
    </div>
  );
}
