import type { Diagnosis } from "../../../dist/wasm/preflight.js";
import { HOST_PATTERNS, patternOf } from "../../domain/hosts.js";
import type { Change } from "../../domain/setup.js";
import type { Move } from "../../domain/tour.js";
import { api } from "../../platform/api.js";
import type { Format, Step } from "../../protocol/messages.js";
import { ask } from "../../protocol/send.js";
import type { PanelState } from "../../protocol/state.js";

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

/** Says something of a tenant. */
export function changeSetup(tenant: string, change: Change): Promise<void> {
  return ask<void>({ kind: "change", tenant, change });
}

/** Starts, stops or moves a tenant's tour. */
export function moveTour(tenant: string, move: Move): Promise<void> {
  return ask<void>({ kind: "tour", tenant, move });
}

/** Forgets what was seen of a tenant. */
export function clearEvidence(tenant: string): Promise<void> {
  return ask<void>({ kind: "clear-evidence", tenant });
}

/** Takes note of what gave way because the browser's storage was full. */
export function noteEvicted(tenant: string): Promise<void> {
  return ask<void>({ kind: "note-evicted", tenant });
}

/** Keeps or dismisses what a link proposed in a tab. */
export function settleProposal(tab: number, tenant: string, keep: boolean): Promise<void> {
  return ask<void>({ kind: "proposal", tab, tenant, keep });
}

/** Pauses a tab, or lets it go on. */
export function pauseTab(tab: number, on: boolean): Promise<void> {
  return ask<void>({ kind: "pause", tab, on });
}

/** Reloads the page in a tab; only in answer to a click. */
export function reloadTab(tab: number): Promise<void> {
  return api.tabs.reload(tab);
}

/** The likely causes of an error that the vendor's product shows. */
export function diagnose(tab: number, error: string): Promise<Diagnosis | null> {
  return ask<Diagnosis | null>({ kind: "diagnose", tab, error });
}

/** The report on the tab's tenant. */
export function writeReport(tab: number, format: Format): Promise<string | null> {
  return ask<string | null>({ kind: "write", tab, format });
}

/** The whole way as a page to print. */
export function writeHandout(tab: number): Promise<string | null> {
  return ask<string | null>({ kind: "handout", tab });
}

/** Goes to an address in the tab; only in answer to a click. */
export function openInTab(tab: number, url: string): Promise<unknown> {
  return api.tabs.update(tab, { url });
}

/** Whether something may be lost that was changed in the tab and is not saved; in doubt it may. */
export function isUnsaved(tab: number): Promise<boolean> {
  return ask<boolean>({ kind: "unsaved", tab }).catch(() => true);
}

/** Points at a finding's field in the page; false when it is not there, and the page leads to it. Null ends the leading. */
export async function showInPage(tab: number, finding: string | null): Promise<boolean> {
  return (await ask<boolean | null>({ kind: "show", tab, finding })) === true;
}

/** Goes to the next or the previous thing to do on the open page; false when there is none. */
export async function stepInPage(tab: number, to: Step): Promise<boolean> {
  return (await ask<boolean | null>({ kind: "step", tab, to })) === true;
}

/** The keys of the commands, as the person has them; a command without a key has none here. */
export async function shortcuts(): Promise<Map<string, string>> {
  const commands = await api.commands.getAll();
  return new Map(commands.flatMap(({ name, shortcut }) => (name && shortcut ? [[name, shortcut]] : [])));
}

/** Whether the browser lets Preflight see a tenant; without one, Halo's own domains. */
export function hasAccess(tenant: string | null): Promise<boolean> {
  return api.permissions.contains({ origins: tenant ? [patternOf(new URL(tenant).hostname)] : HOST_PATTERNS });
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
