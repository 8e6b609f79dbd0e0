import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { isUnsaved } from "./background.js";
import { Leaving } from "./leaving.js";

/** Goes somewhere else in the tab. */
type Go = () => Promise<unknown>;

/**
 * The one way to take the tab elsewhere, and the question that it may have to ask first: whoever leaves an edit that is not
 * saved loses it. What the panel shows may be older than the edit, so it looks when somebody wants to leave.
 */
export function useLeaving(tab: number, act: (what: Promise<unknown>) => void) {
  const [wanted, setWanted] = useState<{ go: Go; opener: Element | null } | null>(null);
  const goOrAsk = async (go: Go, opener: Element | null) => {
    if (await isUnsaved(tab)) setWanted({ go, opener });
    else await go();
  };
  const leave = (go: Go) => act(goOrAsk(go, document.activeElement));
  const close = () => {
    setWanted(null);
    if (wanted?.opener instanceof HTMLElement) wanted.opener.focus();
  };
  const go = () => {
    close();
    if (wanted) act(wanted.go());
  };
  const leaving: ComponentChildren = wanted && <Leaving go={go} stay={close} />;
  return { leave, leaving };
}
