import { useRef, useState } from "preact/hooks";
import { word } from "../platform/words.js";
import { MAX_PROFILE } from "../protocol/limits.js";
import { ask } from "../protocol/send.js";
import type { Inside } from "../protocol/settings.js";
import { InsideOf } from "./inside.js";
import { Said } from "./status-message.js";
import { useTask } from "./use-task.js";

/** A file that was read, checked and not yet taken in. */
interface Candidate {
  text: string;
  inside: Inside;
}

/** Brings a profile in: it is checked, and shown, before it is trusted. */
export function Import() {
  const file = useRef<HTMLInputElement>(null);
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const { outcome, run } = useTask();
  const take = (input: HTMLInputElement) =>
    run(async () => {
      setCandidate(null);
      const [chosen] = input.files ?? [];
      const text = chosen ? await textOf(chosen).finally(() => forget(input)) : null;
      if (text !== null) setCandidate({ text, inside: await ask<Inside>({ kind: "inspect-profile", text }) });
      return null;
    });
  const add = ({ text, inside: { profile } }: Candidate) =>
    run(async () => {
      await ask<void>({ kind: "add-profile", text });
      setCandidate(null);
      return word("profile_added", profile.name);
    });
  return (
    <div class="import">
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => void take(currentTarget)}
      />
      <button type="button" onClick={() => file.current?.click()}>
        {word("profile_import")}
      </button>
      <Said outcome={outcome} />
      {candidate && (
        <section class="candidate" aria-labelledby="candidate">
          <h3 id="candidate">{word("profile_look", candidate.inside.profile.name)}</h3>
          <p>{candidate.inside.profile.summary}</p>
          {candidate.inside.replaces !== null && <p>{word("profile_replaces", candidate.inside.replaces)}</p>}
          <InsideOf inside={candidate.inside} />
          <div class="buttons">
            <button type="button" class="first" onClick={() => void add(candidate)}>
              {word("profile_add")}
            </button>
            <button type="button" onClick={() => setCandidate(null)}>
              {word("cancel")}
            </button>
          </div>
        </section>
      )}
    </div>
  );
}

/** The same file can be chosen again once it is fixed. */
function forget(input: HTMLInputElement): void {
  input.value = "";
}

/** The file to the letter, a byte order mark too: what is exported is what was imported. */
async function textOf(file: File): Promise<string> {
  if (file.size > MAX_PROFILE) throw new Error(word("profile_too_large", MAX_PROFILE / 1024));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error(word("profile_not_text"));
  }
}
