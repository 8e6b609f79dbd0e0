import type { Finding, Source } from "../../dist/wasm/preflight.js";
import type { PageState } from "../shared/messages.js";
import { word } from "../shared/words.js";
import { FindingItem, FindingLine } from "./finding.js";
import type { Group } from "./groups.js";

interface Props {
  group: Group;
  sources: Record<string, Source>;
  page: PageState | null;
  show: (finding: string) => void;
}

/** One screen: what is to do there, what was not seen, what is fine. */
export function GroupSection({ group: { screen, open, unseen, settled }, sources, page, show }: Props) {
  const isOpen = page?.status === "read" && page.screen === screen;
  const id = `screen-${screen}`;
  return (
    <section class="group" aria-labelledby={id}>
      <div class="line">
        <h3 id={id}>{word(`screen_${screen}`)}</h3>
        {isOpen && <span class="here">{page.record ?? word("open_now")}</span>}
      </div>
      {!isOpen && open.length + unseen.length > 0 && <p class="where">{word(`where_${screen}`)}</p>}
      <ul class="findings">
        {open.map((finding) => (
          <FindingItem
            key={finding.id}
            finding={finding}
            source={sources[finding.source]}
            show={page?.marked.includes(finding.id) ? () => show(finding.id) : undefined}
          />
        ))}
      </ul>
      <Folded title={word("group_not_seen", unseen.length)} findings={unseen} />
      <Folded title={word("group_settled", settled.length)} findings={settled} />
    </section>
  );
}

function Folded({ title, findings }: { title: string; findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="findings">
        {findings.map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
      </ul>
    </details>
  );
}
