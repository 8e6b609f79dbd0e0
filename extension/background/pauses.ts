import type { Setup } from "../domain/setup.js";
import type { Paused } from "../protocol/state.js";
import { overtake, tabOf } from "./epochs.js";
import { tellPanels, tellTab } from "./notify.js";
import { readPaused, writePaused } from "./tab-state.js";

/** What is paused, where a tab shows nothing because somebody wanted it so. */
export async function pausedIn(tab: number, { paused }: Setup): Promise<Paused | null> {
  if (paused) return "tenant";
  return (await readPaused(tab)) ? "tab" : null;
}

/** Ends the visit in a tab until it is to go on, or lets it go on. */
export async function pauseTab(tab: number, on: boolean): Promise<void> {
  overtake(tabOf(tab));
  await writePaused(tab, on);
  await tellTab(tab, { kind: "choice-changed" });
  tellPanels(tab);
}
