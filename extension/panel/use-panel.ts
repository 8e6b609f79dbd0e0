import { useEffect, useRef, useState } from "preact/hooks";
import type { PanelState } from "../protocol/state.js";
import { currentTab, hasAccess, stateOf, watch } from "./common/background.js";

/** What the panel knows. */
export interface Known {
  /** The tab that it is about. */
  tab: number | null;
  /** The browser lets Preflight see the tab's tenant, or Halo's own domains where the tab shows none. */
  access: boolean;
  /** What the background knows of the tab; null until it has answered. */
  state: PanelState | null;
  /** Why it did not. */
  error: string | null;
}

/** The state of the current tab, kept up to date. */
export function usePanel(): Known & { refresh: () => void } {
  const [known, setKnown] = useState<Known>({ tab: null, access: true, state: null, error: null });
  const refresh = useRef(() => {});
  useEffect(() => {
    const reader = reading(setKnown);
    refresh.current = reader.refresh;
    reader.refresh();
    const unwatch = watch(reader.changed);
    return () => {
      unwatch();
      reader.stop();
    };
  }, []);
  return { ...known, refresh: refresh.current };
}

/** Reads one at a time; a change meanwhile makes it read once more. */
function reading(tell: (known: Known) => void) {
  let known: Known = { tab: null, access: true, state: null, error: null };
  let busy = false;
  let stale = false;
  let stopped = false;
  async function refresh(): Promise<void> {
    stale = true;
    if (busy) return;
    busy = true;
    while (stale && !stopped) {
      stale = false;
      known = await read(await currentTab(), known);
      if (!stopped) tell(known);
    }
    busy = false;
  }
  return {
    refresh: () => void refresh(),
    changed: (of: number | null) => void ((of === null || of === known.tab) && refresh()),
    stop: () => {
      stopped = true;
    },
  };
}

/** What is known of a tab stays to be seen when nothing newer can be had. */
async function read(tab: number | null, before: Known): Promise<Known> {
  const { state, error } = tab === null ? { state: null, error: null } : await ask(tab, before);
  return { tab, access: await hasAccess(state?.tenant ?? null), state, error };
}

async function ask(tab: number, before: Known): Promise<Pick<Known, "state" | "error">> {
  try {
    return { state: await stateOf(tab), error: null };
  } catch (error) {
    const state = before.tab === tab ? before.state : null;
    return { state, error: error instanceof Error ? error.message : String(error) };
  }
}
