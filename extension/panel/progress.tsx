import type { Outcome } from "../../dist/wasm/preflight.js";
import { TO_DO } from "../shared/outcomes.js";
import { outcomeWord, word } from "../shared/words.js";
import { useDesk } from "./desk.js";
import type { Group } from "./groups.js";
import { Icon } from "./icon.js";
import { ScreenLink } from "./screen-link.js";

/** The whole set-up, a line for each screen, with the way to those that were not seen yet. */
export function Progress({ groups }: { groups: Group[] }) {
  const { known, page } = useDesk();
  const isSeen = ({ screen }: Group) =>
    page?.screen === screen || known.sightings.some((sighting) => sighting.screen === screen);
  const seen = groups.filter(isSeen).length;
  return (
    <details class="progress" open>
      <summary>{word("progress", seen, groups.length)}</summary>
      <ul>
        {groups.map((group) => (
          <li key={group.screen} class="line">
            {isSeen(group) ? <span>{word(`screen_${group.screen}`)}</span> : <ScreenLink screen={group.screen} />}
            <Counts group={group} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Counts({ group: { open, unseen, waived, met } }: { group: Group }) {
  const toDo = open.filter(({ outcome }) => TO_DO.includes(outcome)).length;
  const counts: [Outcome, string, number][] = [
    ["missing", word("to_do"), toDo],
    ["review", outcomeWord("review"), open.length - toDo],
    ["not-seen", outcomeWord("not-seen"), unseen.length],
    ["waived", outcomeWord("waived"), waived.length],
    ["met", outcomeWord("met"), met.length],
  ];
  return (
    <span class="tally">
      {counts.map(
        ([outcome, name, count]) =>
          count > 0 && (
            <span key={outcome} class={outcome} title={name}>
              <Icon outcome={outcome} />
              <b>{count}</b> <span class="spoken">{name}</span>
            </span>
          ),
      )}
    </span>
  );
}
