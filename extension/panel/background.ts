import { api } from "../shared/api.js";
import { HOST_PATTERNS } from "../shared/hosts.js";
import { type Choice, type Failure, type FromPanel, isFailure, type PanelState } from "../shared/messages.js";

/** The panel's side of the background: one function for each thing that it can ask. */

/** The tab that the panel is about: the one that the window shows, or in the test build the one that is named. */
export async function currentTab(): Promise<number | null> {
  const named = TEST ? new URLSearchParams(location.search).get("tab") : null;
  if (named !== null) return Number(named);
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Everything there is to show of a tab. */
export function stateOf(tab: number): Promise<PanelState> {
  return ask<PanelState>({ kind: "panel-state", tab });
}

/** Chooses a vendor and its features for the tab's tenant; null for none. */
export function choose(tab: number, choice: Choice | null): Promise<void> {
  return ask<void>({ kind: "choose", tab, choice });
}

/** Points at a finding's field in the page; false when it is not there. */
export async function showInPage(tab: number, finding: string): Promise<boolean> {
  return (await ask<boolean | null>({ kind: "show", tab, finding })) === true;
}

/** Whether the browser lets Preflight see Halo's hosts. */
export function hasAccess(): Promise<boolean> {
  return api.permissions.contains({ origins: HOST_PATTERNS });
}

/** Asks the person for access; only in answer to a click. */
export function requestAccess(): Promise<boolean> {
  return api.permissions.request({ origins: HOST_PATTERNS });
}

/** Calls back when what is shown of a tab may have changed; returns what stops it. */
export function watch(changed: (tab: number | null) => void): () => void {
  const onMessage = (message: { kind?: unknown; tab?: number | null }) => {
    if (message?.kind === "changed") changed(message.tab ?? null);
  };
  const onActivated = () => changed(null);
  const onUpdated = (tab: number) => changed(tab);
  api.runtime.onMessage.addListener(onMessage);
  api.tabs.onActivated.addListener(onActivated);
  api.tabs.onUpdated.addListener(onUpdated);
  return () => {
    api.runtime.onMessage.removeListener(onMessage);
    api.tabs.onActivated.removeListener(onActivated);
    api.tabs.onUpdated.removeListener(onUpdated);
  };
}

async function ask<Answer>(message: FromPanel): Promise<Answer> {
  const answer = await api.runtime.sendMessage<FromPanel, Answer | Failure>(message);
  if (isFailure(answer)) throw new Error(answer.error);
  return answer;
}
