import { useState } from "preact/hooks";
import type { Diagnosis, Finding, Likely, Outcome, State } from "../../../dist/wasm/preflight.js";
import { subject, word } from "../../platform/words.js";
import { MAX_ERROR } from "../../protocol/limits.js";
import { diagnose } from "../common/background.js";
import { useDesk } from "../common/context.js";
import { Icon } from "../common/icon.js";
import { ScreenLink } from "../common/screen-link.js";

/** Each state looks like the outcome that it is. */
const LOOK: Record<State, Outcome> = { seen: "missing", open: "review", fine: "met" };

/** From what the vendor's product shows to its likely causes in this tenant. */
export function Diagnosing() {
  const { tab, act } = useDesk();
  const [text, setText] = useState("");
  const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    act(diagnose(tab, text).then(setDiagnosis));
  };
  return (
    <section class="diagnosis" aria-labelledby="diagnosis">
      <form onSubmit={submit}>
        <h3>
          <label id="diagnosis" for="error-text">
            {word("diagnosis_question")}
          </label>
        </h3>
        <textarea
          id="error-text"
          rows={4}
          maxLength={MAX_ERROR}
          required
          placeholder={word("diagnosis_example")}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <p class="quiet">{word("diagnosis_hint")}</p>
        <button type="submit">{word("find_causes")}</button>
      </form>
      <div role="status">{diagnosis && <Answer diagnosis={diagnosis} />}</div>
    </section>
  );
}

function Answer({ diagnosis: { symptom, causes } }: { diagnosis: Diagnosis }) {
  if (symptom === null) return <p class="notice">{word("diagnosis_unknown")}</p>;
  return (
    <ol class="findings causes">
      {causes.map((cause) => (
        <Cause key={cause.id} cause={cause} />
      ))}
    </ol>
  );
}

/** Whose findings they are; undefined where there are none. */
function needing(findings: Finding[]): string[] | undefined {
  const vendors = findings.flatMap(({ needed_by }) => needed_by);
  return vendors.length > 0 ? vendors : undefined;
}

function Cause({ cause: { id, state, screen, field, found, findings } }: { cause: Likely }) {
  const { known, reveal } = useDesk();
  const own = known.report.findings.filter((finding) => findings.includes(finding.id));
  return (
    <li class={`finding ${LOOK[state]}`}>
      <span class="verdict">
        <Icon outcome={LOOK[state]} />
        {word(`cause_is_${state}`)}
      </span>
      <p>{word(`cause_${id}`)}</p>
      {screen && (
        <p class="quiet">
          <ScreenLink screen={screen} vendors={needing(own)} />
          {field && `: ${field}`}
          {found && ` = ${found}`}
        </p>
      )}
      {own.length > 0 && (
        <ul class="links">
          {own.map((finding) => (
            <li key={finding.id}>
              <button type="button" class="plain" onClick={() => reveal(finding.id)}>
                <Icon outcome={finding.outcome} /> {subject(finding)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
