import type { Finding } from "../../../dist/wasm/preflight.js";
import { sourceOf } from "../../domain/sources.js";
import { word } from "../../platform/words.js";
import { useDesk } from "../common/context.js";
import { FindingItem, FindingLine } from "./finding.js";
import type { Group } from "./groups.js";
import { Waived } from "./waive.js";

interface Props {
  group: Group;
  /** What was not seen and what is fine is what somebody looks for. */
  unfolded: boolean;
}

/** One screen: what is to do there, what is waived, what was not seen, what is fine. */
export function GroupSection({ group: { screen, open, unseen, waived, met }, unfolded }: Props) {
  const { known, page } = useDesk();
  const isOpen = page?.status === "read" && page.screen === screen;
  const id = `screen-${screen}`;
  const about = [...open, ...waived, ...met].flatMap(({ record }) => record ?? []);
  const names = [...new Set(about)].join(", ");
  return (
    <section class="group" aria-labelledby={id}>
      <div class="line">
        <h3 id={id}>{word(`screen_${screen}`)}</h3>
        {names && <span class="of">{names}</span>}
        {isOpen && <span class="here">{word("open_now")}</span>}
      </div>
      {!isOpen && open.length + unseen.length > 0 && <p class="where">{word(`where_${screen}`)}</p>}
      <ul class="findings">
        {open.map((finding) => (
          <FindingItem key={finding.id} finding={finding} source={sourceOf(finding, known.profiles)} />
        ))}
      </ul>
      <ul class="findings">
        {waived.map((finding) => (
          <Waived key={finding.id} finding={finding} />
        ))}
      </ul>
      <Folded title={word("group_not_seen", unseen.length)} findings={unseen} open={unfolded} />
      <Folded title={word("group_settled", met.length)} findings={met} open={unfolded} />
    </section>
  );
}

function Folded({ title, findings, open }: { title: string; findings: Finding[]; open: boolean }) {
  if (findings.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul class="findings">
        {findings.map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
      </ul>
    </details>
  );
}
