import type { Finding, Outcome } from "../../../dist/wasm/preflight.js";
import { TO_DO } from "../../domain/outcomes.js";
import { outcomeWord, word } from "../../platform/words.js";
import { useDesk } from "../common/context.js";
import { Icon } from "../common/icon.js";
import { ScreenLink } from "../common/screen-link.js";
import type { Group } from "./groups.js";

/** The whole set-up, a line for each screen, with the way to those that were not seen yet. */
export function Progress({ groups }: { groups: Group[] }) {
  const { known, page } = useDesk();
  const isSeen = (group: Group) =>
    unopened(group).length === 0 &&
    (page?.screen === group.screen || known.sightings.some(({ screen }) => screen === group.screen));
  const seen = groups.filter(isSeen).length;
  return (
    <details class="progress" open>
      <summary>{word("progress", seen, groups.length)}</summary>
      <ul>
        {groups.map((group) => (
          <li key={group.screen} class="line">
            {isSeen(group) ? (
              <span>{word(`screen_${group.screen}`)}</span>
            ) : (
              <ScreenLink screen={group.screen} vendors={vendorsOf(group)} />
            )}
            <Counts group={group} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was not seen because the screen of the record that counts was not opened yet. */
function unopened({ unseen }: Group): Finding[] {
  return unseen.filter(({ reason }) => reason === "screen-not-seen" || reason === "role-decides");
}

/** Who needs the screen to be opened; undefined for nobody in particular. */
function vendorsOf(group: Group): string[] | undefined {
  const vendors = unopened(group).flatMap(({ needed_by }) => needed_by);
  return vendors.length > 0 ? vendors : undefined;
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
