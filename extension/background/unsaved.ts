import { api } from "../platform/api.js";
import type { PageState } from "../protocol/state.js";
import { tellTab } from "./notify.js";
import { readPageAt } from "./tab-state.js";

/**
 * Whether something may be lost that was changed in a tab and is not saved. The core knows it of pages that it can read; of every
 * other one the page's script knows whether the person changed anything. Where no script answers, nobody knows.
 */
export async function isUnsaved(tab: number): Promise<boolean> {
  const { url, status } = await api.tabs.get(tab);
  const page = await readPageAt(tab, url);
  if (page && holdsAtOnce(page)) return false;
  if (page && (page.edited !== null || page.mode === "edit")) return true;
  return (await tellTab(tab, { kind: "unsaved" })) ?? status === "complete";
}

/** The advanced settings have no edit to lose: what is changed there holds at once. */
function holdsAtOnce({ screen, edited }: PageState): boolean {
  return screen === "advanced-settings" && edited === null;
}
