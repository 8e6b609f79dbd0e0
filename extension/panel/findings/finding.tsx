import type { Finding, ProfileInfo, Source } from "../../../dist/wasm/preflight.js";
import { expectedWords, neededBy, outcomeWord, reasonWords, subject, word } from "../../platform/words.js";
import { useDesk } from "../common/context.js";
import { useHandOver } from "../common/focus.js";
import { Icon } from "../common/icon.js";
import { Waive } from "./waive.js";

interface Props {
  finding: Finding;
  source: Source | undefined;
}

/** One finding with all that is known about it. */
export function FindingItem({ finding, source }: Props) {
  const { profiles } = useDesk().known;
  const item = useHandOver();
  const { id, outcome, severity, found, reason, record, says, why } = finding;
  return (
    <li ref={item} class={`finding ${outcome}`} id={`finding-${id}`} tabIndex={-1}>
      <div class="line">
        <span class="verdict">
          <Icon outcome={outcome} />
          {outcomeWord(outcome)}
          {severity !== "required" && <span class="severity">{word(`severity_${severity}`)}</span>}
        </span>
        <ShowMe finding={finding} />
      </div>
      <h4>{subject(finding)}</h4>
      <dl>
        <Row name="expected" text={expectedWords(finding)} />
        <Row name="finding_record" text={record} />
        <Row name="found" text={found} />
        <Row name="vendor_says" text={says} />
        <Row name="needed_by" text={neededBy(finding, namesOf(profiles))} />
      </dl>
      {reason && <p>{reasonWords(finding)}</p>}
      <p class="quiet">{why}</p>
      {source && <Cited source={source} />}
      <Waive finding={finding} />
    </li>
  );
}

/** A finding in one line, for what needs no attention now. */
export function FindingLine({ finding }: { finding: Finding }) {
  return (
    <li class={`brief ${finding.outcome}`} id={`finding-${finding.id}`} tabIndex={-1}>
      <Icon outcome={finding.outcome} />
      <span>
        {subject(finding)} <span class="quiet">{expectedWords(finding)}</span>
        {finding.reason && <span class="quiet reason">{reasonWords(finding)}</span>}
      </span>
      <ShowMe finding={finding} />
    </li>
  );
}

/** Points at the finding's field, or leads to it; what is no field can only be done by hand. */
function ShowMe({ finding }: { finding: Finding }) {
  const { show } = useDesk();
  if (finding.field === null) return null;
  return (
    <button type="button" aria-label={word("show_field", subject(finding))} onClick={() => show(finding)}>
      {word("show")}
    </button>
  );
}

/** Of one vendor alone, nobody asks who needs it. */
function namesOf(profiles: ProfileInfo[]): Record<string, string> {
  return Object.fromEntries(profiles.length > 1 ? profiles.map(({ id, name }) => [id, name]) : []);
}

function Row({ name, text }: { name: string; text: string | null }) {
  if (text === null) return null;
  return (
    <>
      <dt>{word(name)}</dt>
      <dd>{text}</dd>
    </>
  );
}

/** The document that asks for it. */
export function Cited({ source: { title, url } }: { source: Source }) {
  if (!url?.startsWith("https://")) return <p class="quiet">{word("source", title)}</p>;
  return (
    <p>
      <a href={url} target="_blank" rel="noopener noreferrer">
        {title}
      </a>
    </p>
  );
}
