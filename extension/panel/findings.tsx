import { Contradictions } from "./contradictions.js";
import { useDesk } from "./desk.js";
import { GroupSection } from "./group.js";
import { groupsOf } from "./groups.js";
import { Progress } from "./progress.js";
import { Stepper } from "./stepper.js";
import { Summary } from "./summary.js";

/** How far the whole set-up is, and every finding by screen. */
export function Findings() {
  const { known, page } = useDesk();
  const groups = groupsOf(known.report, page?.screen ?? null);
  return (
    <>
      <Summary report={known.report} />
      <Progress groups={groupsOf(known.report, null)} />
      <Contradictions contradictions={known.report.contradictions ?? []} />
      <Stepper />
      {groups.map((group) => (
        <GroupSection key={group.screen} group={group} />
      ))}
    </>
  );
}
