import { tenantOf } from "../domain/hosts.js";
import { api } from "../platform/api.js";
import { showBadge } from "./badge.js";
import { ownHosts } from "./hosts.js";
import { tellTab } from "./notify.js";
import { forgetJudgement } from "./tab-state.js";

/** The address that a tab shows, where the browser tells. */
export async function addressOf(tab: number): Promise<string | undefined> {
  return (await api.tabs.get(tab).catch(() => null))?.url;
}

/**
 * What an admin says holds for the tenant, so it changes every tab of it; null: every tab of every tenant. Not the one that
 * begins its visit anyway.
 */
export async function restartVisits(tenant: string | null, beginning: number | null = null): Promise<void> {
  for (const tab of await tabsOf(tenant)) {
    if (tab === beginning) continue;
    showBadge(tab, null);
    await forgetJudgement(tab);
    await tellTab(tab, { kind: "choice-changed" });
  }
}

/** Has every tab of a tenant judged once more, as it stands. */
export async function judgeAgain(tenant: string): Promise<void> {
  for (const tab of await tabsOf(tenant)) await tellTab(tab, { kind: "judge-again" });
}

async function tabsOf(tenant: string | null): Promise<number[]> {
  const own = await ownHosts();
  // Not asked for by address: Firefox takes no match pattern with a port. A tab that Preflight may not look at any more
  // has no address, and may still show marks.
  const tabs = await api.tabs.query({});
  return tabs.flatMap(({ id, url }) =>
    id === undefined || (tenant !== null && tenantOf(url, own) !== tenant) ? [] : [id],
  );
}
