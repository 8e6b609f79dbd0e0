import type { ComponentChildren } from "preact";
import type { RecordKind } from "../../dist/wasm/preflight.js";
import { listAt, nameOf, ownInsteadOf, recordPath } from "../shared/screens.js";
import type { Knowledge, PanelState } from "../shared/state.js";
import { word } from "../shared/words.js";
import { ownRecords } from "./parts.js";
import { Way } from "./way.js";
import { type Hands, WayOut } from "./way-out.js";
import { whyNothing } from "./why.js";

/** What there is to say of the open page: why it has no marks, or that its marks do not count yet. */
export function Notices({ state, hands }: { state: PanelState; hands: Hands }) {
  const why = whyNothing(state);
  const { known, page } = state;
  const listed = page && known && why === "not-a-configuration-screen" ? listAt(page.url) : null;
  if (known && listed) return <List kind={listed} known={known} />;
  if (why !== null) {
    return (
      <Notice text={word(why === "paused" ? `why_paused_${state.paused}` : `why_${why}`)} more={page?.problem}>
        <WayOut why={why} paused={state.paused} hands={hands} />
      </Notice>
    );
  }
  const own = ownNames(state);
  if (own.length > 0 && page?.record) return <Notice text={word(`other_${page.record.kind}`, own.join(", "))} />;
  return page?.unsaved ? <Notice text={word("not_saved_yet")} /> : null;
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
