import type { ComponentChildren } from "preact";
import type { RecordKind } from "../../../dist/wasm/preflight.js";
import { listAt, nameOf, ownInsteadOf, recordPath, SCREENS } from "../../domain/screens.js";
import { word } from "../../platform/words.js";
import type { Knowledge, PanelState } from "../../protocol/state.js";
import { ownRecords } from "../common/parts.js";
import { ScreenLink } from "../common/screen-link.js";
import { Way } from "../common/tenant-link.js";
import { mayStandBeside, saidOn, type Topic } from "./beside.js";
import { type Hands, WayOut } from "./remedy.js";
import { whyNothing } from "./why.js";

/** What there is to say of the open page: why it has no marks, or that its marks do not count yet. */
export function Notices({ state, hands }: { state: PanelState; hands: Hands }) {
  const topic = topicOf(state);
  if (topic === null || !mayStandBeside(topic, saidOn(state.page, state.known?.guide ?? null))) return null;
  const { known, page, paused } = state;
  switch (topic) {
    case "list":
      return known && page && <List kind={listAt(page.url) ?? "tenant"} known={known} />;
    case "other-record":
      return page?.record ? <Notice text={word(`other_${page.record.kind}`, ownNames(state).join(", "))} /> : null;
    case "unsaved":
      return <Notice text={word("not_saved_yet")} />;
    default:
      return (
        <Notice text={word(topic === "paused" ? `why_paused_${paused}` : `why_${topic}`)} more={page?.problem}>
          {topic === "not-a-configuration-screen" && known && <NextScreen known={known} />}
          <WayOut why={topic} hands={hands} />
        </Notice>
      );
  }
}

/** What there is to say of the page; null when it is read and nothing is special about it. */
function topicOf(state: PanelState): Topic | null {
  const why = whyNothing(state);
  const { page } = state;
  if (why === "not-a-configuration-screen" && page && listAt(page.url)) return "list";
  if (why !== null) return why;
  if (ownNames(state).length > 0) return "other-record";
  return page?.edited ? "unsaved" : null;
}

/** The first screen of which something was not seen yet. */
function NextScreen({ known: { report } }: { known: Knowledge }) {
  const next = SCREENS.find((screen) =>
    report.findings.some((finding) => finding.screen === screen && finding.outcome === "not-seen"),
  );
  if (!next) return null;
  return (
    <p>
      {word("next_screen")} <ScreenLink screen={next} />
    </p>
  );
}

interface NoticeProps {
  text: string;
  more?: string | null | undefined;
  children?: ComponentChildren;
}

function Notice({ text, more, children }: NoticeProps) {
  return (
    <div class="notice" role="status">
      <p>{text}</p>
      {more && <p class="quiet">{more}</p>}
      {children}
    </div>
  );
}

/** A list has nothing to judge; it is where one opens the right record. */
function List({ kind, known: { profiles, links } }: { kind: RecordKind; known: Knowledge }) {
  const own = ownRecords(kind, profiles, links).filter((record) => record !== null);
  return (
    <div class="notice" role="status">
      <p>{word(own.length > 0 ? `list_own_${kind}` : `list_${kind}`)}</p>
      {own.length > 0 && (
        <ul class="ways">
          {own.map((record) => (
            <li key={nameOf(record)}>
              <Way path={recordPath(kind, record) ?? ""}>{nameOf(record)}</Way>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Names of the integrations' own records, where the open page shows another one. */
function ownNames({ known, page }: PanelState): string[] {
  const record = page?.record;
  if (!known || !record) return [];
  const own = ownRecords(record.kind, known.profiles, known.links);
  return ownInsteadOf(record, own).flatMap((other) => nameOf(other) ?? []);
}
