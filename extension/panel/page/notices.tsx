import type { ComponentChildren } from "preact";
import type { RecordKind, Unmarked } from "../../../dist/wasm/preflight.js";
import { listAt, nameOf, recordPath, SCREENS } from "../../domain/screens.js";
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
    case "rejected":
    case "other-record":
    case "nothing-asked":
      return page?.unmarked ? <Uncounted unmarked={page.unmarked} kind={page.record?.kind} hands={hands} /> : null;
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
  const unmarked = topicOfUnmarked(page?.unmarked ?? null);
  return page?.edited && unmarked !== "rejected" && unmarked !== "other-record" ? "unsaved" : unmarked;
}

function topicOfUnmarked(unmarked: Unmarked | null): "rejected" | "other-record" | "nothing-asked" | null {
  if (unmarked === null) return null;
  return unmarked.why === "rejected" || unmarked.why === "nothing-asked" ? unmarked.why : "other-record";
}

interface UncountedProps {
  unmarked: Unmarked;
  kind: RecordKind | undefined;
  hands: Hands;
}

/** Why a page that was read has no marks; an answer "No" can be taken back. */
function Uncounted({ unmarked, kind, hands: { change } }: UncountedProps) {
  switch (unmarked.why) {
    case "rejected":
      return (
        <Notice text={word("unmarked_rejected")}>
          <button type="button" onClick={() => change({ what: "ask-again", answers: unmarked.answers })}>
            {word("ask_again")}
          </button>
        </Notice>
      );
    case "other-record":
      return <Notice text={word(`other_${kind ?? "agent"}`, unmarked.own.join(", "))} />;
    case "role-not-held":
    case "roles-unclear":
      return <Notice text={word(`unmarked_${unmarked.why}`, unmarked.agent)} />;
    case "unsure":
      return <Notice text={word("unmarked_unsure", unmarked.own.join(", "))} />;
    case "other-vendor":
      return <Notice text={word("unmarked_other_vendor", unmarked.vendor)} />;
    case "nothing-asked":
      return <Notice text={word("unmarked_nothing_asked")} />;
  }
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
