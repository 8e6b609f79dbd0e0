import { useDesk } from "../common/context.js";
import { Contradictions } from "./contradictions.js";
import { EVERYTHING, type Filter, lists } from "./filter.js";
import { Filtering, LeftOut } from "./filtering.js";
import { GroupSection } from "./group.js";
import { groupsOf } from "./groups.js";
import { Progress } from "./progress.js";

interface Props {
  filter: Filter;
  setFilter: (filter: Filter) => void;
}

/** How far the whole set-up is, and the findings by screen. */
export function Findings({ filter, setFilter }: Props) {
  const {
    known: { report },
    page,
  } = useDesk();
  const applying = report.findings.filter(({ outcome }) => outcome !== "not-applicable");
  const listed = applying.filter((finding) => lists(filter, finding));
  const unfolded = filter.text !== "" || filter.show !== "to-do";
  return (
    <>
      <Progress groups={groupsOf(applying, null)} />
      <Contradictions contradictions={report.contradictions ?? []} />
      <Filtering report={report} filter={filter} setFilter={setFilter} />
      {groupsOf(listed, page?.screen ?? null).map((group) => (
        <GroupSection key={group.screen} group={group} unfolded={unfolded && filter.show !== "all"} />
      ))}
      <LeftOut
        hidden={applying.length - listed.length}
        listed={listed.length}
        filter={filter}
        showAll={() => setFilter(EVERYTHING)}
      />
    </>
  );
}
