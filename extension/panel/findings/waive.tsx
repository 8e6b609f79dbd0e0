import { useState } from "preact/hooks";
import type { Finding } from "../../../dist/wasm/preflight.js";
import { dayOf } from "../../domain/setup.js";
import { dateOf } from "../../platform/time.js";
import { outcomeWord, subject, word } from "../../platform/words.js";
import { useDesk } from "../common/context.js";
import { focus, useFocusAfter, useHandOver } from "../common/focus.js";
import { Icon } from "../common/icon.js";

/** Accepts a finding as it is, with a reason, and until a day if it is not for good. */
export function Waive({ finding }: { finding: Finding }) {
  const { change } = useDesk();
  const [open, setOpen] = useState(false);
  const opener = useFocusAfter<HTMLButtonElement>(open);
  if (!open) {
    return (
      <button
        ref={opener}
        type="button"
        class="plain"
        aria-label={word("waive_field", subject(finding))}
        onClick={() => setOpen(true)}
      >
        {word("waive")}
      </button>
    );
  }
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const until = String(form.get("until") ?? "") || null;
    const reason = String(form.get("reason")).trim();
    change({ what: "waive", waivers: waivable(finding).map((id) => ({ finding: id, reason, until })) });
  };
  return (
    <form class="waive" onSubmit={save} onKeyDown={({ key }) => key === "Escape" && setOpen(false)}>
      <label>
        {word("waive_reason")}
        <input name="reason" type="text" required pattern=".*\S.*" maxLength={500} ref={focus} />
      </label>
      <label>
        {word("waive_until")}
        <input name="until" type="date" min={dayOf(new Date())} />
      </label>
      <div class="buttons">
        <button type="submit">{word("waive_save")}</button>
        <button type="button" class="plain" onClick={() => setOpen(false)}>
          {word("cancel")}
        </button>
      </div>
    </form>
  );
}

/** What is waived with a finding: each vendor's requirement, so that a waiver stays when vendors come and go. */
function waivable({ id, requirements }: Finding): string[] {
  return requirements.length > 0 ? requirements : [id];
}

/** A finding that is accepted as it is: still to be seen, and to be taken back. */
export function Waived({ finding }: { finding: Finding }) {
  const { change } = useDesk();
  const item = useHandOver();
  const until = finding.waived_until;
  return (
    <li ref={item} class="brief waived" id={`finding-${finding.id}`} tabIndex={-1}>
      <Icon outcome="waived" />
      <span>
        {outcomeWord("waived")}: {subject(finding)}
        <span class="quiet reason">{finding.waiver}</span>
        {until && <span class="quiet reason">{word("waived_until", dateOf(until))}</span>}
      </span>
      <button
        type="button"
        class="plain"
        aria-label={word("unwaive_field", subject(finding))}
        onClick={() => change({ what: "unwaive", findings: waivable(finding) })}
      >
        {word("unwaive")}
      </button>
    </li>
  );
}
