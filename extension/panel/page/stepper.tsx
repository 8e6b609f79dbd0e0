import { useEffect, useState } from "preact/hooks";
import { TO_DO } from "../../domain/outcomes.js";
import { word } from "../../platform/words.js";
import type { Step } from "../../protocol/messages.js";
import { shortcuts, stepInPage } from "../common/background.js";
import { useDesk } from "../common/context.js";

/** From one thing to do on the open page to the next, as the keyboard commands go. */
export function Stepper() {
  const { known, page } = useDesk();
  const keys = useShortcuts();
  const here = known.report.findings.filter(({ id, outcome }) => TO_DO.includes(outcome) && page?.marked.includes(id));
  if (here.length === 0) return null;
  return (
    <span class="buttons stepper">
      <span>{word("to_do_here", here.length)}</span>
      <StepButton to="previous" keys={keys.get("previous")} />
      <StepButton to="next" keys={keys.get("next")} />
    </span>
  );
}

const ARROWS: Record<Step, string> = { previous: "M4 10l4-4 4 4", next: "M4 6l4 4 4-4" };

function StepButton({ to, keys }: { to: Step; keys: string | undefined }) {
  const { tab, act } = useDesk();
  const name = word(`${to}_to_do`);
  return (
    <button
      type="button"
      aria-label={name}
      aria-keyshortcuts={keys}
      title={keys ? `${name} (${keys})` : name}
      onClick={() => act(stepInPage(tab, to))}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d={ARROWS[to]} />
      </svg>
    </button>
  );
}

function useShortcuts(): ReadonlyMap<string, string> {
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => void shortcuts().then(setKeys), []);
  return keys;
}
