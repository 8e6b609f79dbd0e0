import { nameOf, ownInsteadOf } from "../shared/screens.js";
import type { PanelState } from "../shared/state.js";
import { word } from "../shared/words.js";
import { partsOf } from "./parts.js";
import { whyNothing } from "./why.js";

/** What there is to say of the open page: why it has no marks, or that its marks do not count yet. */
export function Notices({ state }: { state: PanelState }) {
  const why = whyNothing(state);
  if (why !== null) return <Notice text={word(`why_${why}`)} more={state.page?.problem} />;
  const own = ownRecords(state);
  if (own.length > 0 && state.page?.record)
    return <Notice text={word(`other_${state.page.record.kind}`, own.join(", "))} />;
  return state.page?.unsaved ? <Notice text={word("not_saved_yet")} /> : null;
}

function Notice({ text, more }: { text: string; more?: string | null | undefined }) {
  return (
    <div class="notice" role="status">
      <p>{text}</p>
      {more && <p class="quiet">{more}</p>}
    </div>
  );
}

/** Names of the integration's own records, where the open page shows another one. */
function ownRecords({ known, page }: PanelState): string[] {
  const record = page?.record;
  if (!known || !record) return [];
  const parts = partsOf(known.profiles).filter(({ kind }) => kind === record.kind);
  const own =
    parts.length === 0
      ? []
      : ownInsteadOf(
          record,
          parts.map(({ id }) => id),
          known.links,
        );
  return own.flatMap((other) => nameOf(other) ?? []);
}
