import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { PageState } from "../../protocol/state.js";
import { Leaving } from "./leaving.js";

/** Goes somewhere else in the tab. */
type Go = () => Promise<unknown>;

/**
 * The one way to take the tab elsewhere, and the question that it may have to ask first: whoever leaves an edit that is not
 * saved loses it.
 */
export function useLeaving(page: PageState | null, act: (what: Promise<unknown>) => void) {
  const [wanted, setWanted] = useState<{ go: Go; opener: Element | null } | null>(null);
  const leave = (go: Go) => (isEdited(page) ? setWanted({ go, opener: document.activeElement }) : act(go()));
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

/** The advanced settings have no edit to lose: what is changed there holds at once. */
function isEdited(page: PageState | null): boolean {
  return page !== null && (page.edited !== null || (page.mode === "edit" && page.screen !== "advanced-settings"));
}
