import { api } from "../shared/api.js";
import { placeOf, tenantOf } from "../shared/hosts.js";
import type { Choice, FromPanel, PanelState } from "../shared/messages.js";
import { showBadge } from "./badge.js";
import { packagedProfiles, preflightFor } from "./core.js";
import { tellPanels, tellTab } from "./notify.js";
import * as store from "./store.js";

/** Answers a panel. */
export function answerPanel(message: FromPanel): Promise<unknown> {
  switch (message.kind) {
    case "panel-state":
      return panelState(message.tab);
    case "choose":
      return choose(message.tab, message.choice);
    case "show":
      return tellTab(message.tab, { kind: "show", finding: message.finding });
  }
}

async function panelState(tab: number): Promise<PanelState> {
  const url = await addressOf(tab);
  const tenant = tenantOf(url);
  const page = await store.readPage(tab);
  return {
    place: placeOf(url),
    tenant: tenant && new URL(tenant).host,
    connected: tenant !== null && (await tellTab(tab, { kind: "ping" })) !== null,
    profiles: await packagedProfiles(),
    page: page && isSamePage(page.url, url) ? page : null,
    ...(await knowledgeOf(tenant)),
  };
}

/** The chosen profile and what it finds; a choice that no longer fits says so and can be made anew. */
async function knowledgeOf(tenant: string | null): Promise<Pick<PanelState, "profile" | "report" | "problem">> {
  const choice = tenant === null ? null : await store.readChoice(tenant);
  if (tenant === null || !choice) return { profile: null, report: null, problem: null };
  try {
    const core = await preflightFor(choice);
    const evidence = await store.readEvidence(tenant);
    return { profile: core.profile(), report: core.report([...evidence.values()]), problem: null };
  } catch (error) {
    return { profile: null, report: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

async function choose(tab: number, choice: Choice | null): Promise<void> {
  const tenant = tenantOf(await addressOf(tab));
  if (tenant === null) return;
  if (choice) await preflightFor(choice);
  await store.writeChoice(tenant, choice);
  await restartVisits(tenant);
  tellPanels(null);
}

/** The choice holds for the tenant, so it changes every tab of it. */
async function restartVisits(tenant: string): Promise<void> {
  // Not asked for by address: Firefox takes no match pattern with a port.
  const tabs = (await api.tabs.query({})).filter(({ url }) => tenantOf(url) === tenant);
  for (const { id } of tabs) {
    if (id === undefined) continue;
    showBadge(id, null);
    await tellTab(id, { kind: "choice-changed" });
  }
}

async function addressOf(tab: number): Promise<string | undefined> {
  return (await api.tabs.get(tab).catch(() => null))?.url;
}

function isSamePage(known: string, now: string | undefined): boolean {
  return known.split("#")[0] === now?.split("#")[0];
}
