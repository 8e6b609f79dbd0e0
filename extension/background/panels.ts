import type { Diagnosis, Snapshot } from "../../dist/wasm/preflight.js";
import { placeOf, strangerOf, tenantOf } from "../domain/hosts.js";
import { readPolicy } from "../domain/policy.js";
import { type Change, NO_SETUP } from "../domain/setup.js";
import type { Move } from "../domain/tour.js";
import { word } from "../platform/words.js";
import type { Format, FromPanel } from "../protocol/messages.js";
import type { Knowledge, PanelState } from "../protocol/state.js";
import { preflightFor } from "./core.js";
import { clearEvidence, evictedOf, forgetEvicted, moveEvidence } from "./evidence.js";
import { ownHosts } from "./hosts.js";
import { proposedIn, settleProposal } from "./links.js";
import { tellPanels, tellTab } from "./notify.js";
import { pausedIn, pauseTab } from "./pauses.js";
import { offers } from "./profiles.js";
import { changeSetup, readCurrentSetup } from "./setups.js";
import * as store from "./tab-state.js";
import { addressOf, judgeAgain, restartVisits } from "./tabs.js";
import { knownOf, openTenant, type Subject } from "./tenant.js";
import { moveTour } from "./tours.js";
import { isUnsaved } from "./unsaved.js";

/** Answers a panel. */
export function answerPanel(message: FromPanel): Promise<unknown> {
  switch (message.kind) {
    case "panel-state":
      return panelState(message.tab);
    case "change":
      return take(message.tenant, message.change);
    case "clear-evidence":
      return clear(message.tenant);
    case "note-evicted":
      return forgetEvicted(message.tenant).then(() => tellPanels(null));
    case "proposal":
      return settleProposal(message.tab, message.tenant, message.keep);
    case "pause":
      return pauseTab(message.tab, message.on);
    case "tour":
      return tour(message.tenant, message.move);
    case "diagnose":
      return diagnose(message.tab, message.error);
    case "handout":
      return handout(message.tab);
    case "write":
      return write(message.tab, message.format);
    case "show":
      return show(message.tab, message.finding);
    case "unsaved":
      return isUnsaved(message.tab);
    case "step":
      return tellTab(message.tab, { kind: "step", to: message.to });
  }
}

async function panelState(tab: number): Promise<PanelState> {
  const url = await addressOf(tab);
  const own = await ownHosts();
  const tenant = tenantOf(url, own);
  const setup = tenant === null ? NO_SETUP : await readCurrentSetup(tenant);
  return {
    place: placeOf(url, own),
    tenant,
    stranger: strangerOf(url, own),
    connected: tenant !== null && (await tellTab(tab, { kind: "ping" })) !== null,
    profiles: await offers(),
    setup,
    proposed: tenant === null ? null : await proposedIn(tab, tenant, setup.vendors),
    evicted: tenant === null ? 0 : await evictedOf(tenant),
    paused: await pausedIn(tab, setup),
    page: await store.readPageAt(tab, url),
    ...(await knowledgeIn(tab)),
  };
}

/** What is known of the tab's tenant; a choice of vendors that no longer fits says so and can be made anew. */
async function knowledgeIn(tab: number): Promise<Pick<PanelState, "known" | "problem">> {
  try {
    const subject = await subjectOf(tab);
    return { known: subject && knowledgeOf(subject), problem: null };
  } catch (error) {
    return { known: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

function knowledgeOf({ tenant: { core, sightings }, known, edited, url }: Subject): Knowledge {
  return {
    profiles: core.profiles(),
    report: core.report(sightings, known, edited),
    links: core.links(sightings, known, edited),
    rights: core.rights(sightings, known, edited),
    guide: core.guide(sightings, known, edited, url),
    sightings: sightings.list(),
  };
}

async function take(tenant: string, change: Change): Promise<void> {
  if (change.what === "vendors" && change.vendors.length > 0) await preflightFor(change.vendors);
  if (change.what === "keep" && change.on && (await readPolicy()).forbidKeeping)
    throw new Error(word("keeping_forbidden"));
  if (change.what === "keep") {
    await moveEvidence(tenant, change.on, () => changeSetup(tenant, change));
  } else {
    await changeSetup(tenant, change);
    await restartVisits(tenant);
  }
  tellPanels(null);
}

async function clear(tenant: string): Promise<void> {
  await clearEvidence(tenant);
  await restartVisits(tenant);
  tellPanels(null);
}

/** The tour leads every tab of the tenant: each is judged again, and points elsewhere. */
async function tour(tenant: string, move: Move): Promise<void> {
  await moveTour(tenant, move);
  await judgeAgain(tenant);
  tellPanels(null);
}

/** Shows a finding's field; where it is not on the page, the next clicks lead to it. Null: nobody wants to see it any more. */
async function show(tab: number, finding: string | null): Promise<boolean> {
  const shown = finding !== null && (await tellTab(tab, { kind: "show", finding })) === true;
  const tenant = tenantOf(await addressOf(tab), await ownHosts());
  await store.writeWanted(tab, shown || finding === null || tenant === null ? null : { tenant, finding });
  await tellTab(tab, { kind: "judge-again" });
  return shown;
}

async function diagnose(tab: number, error: string): Promise<Diagnosis | null> {
  const subject = await subjectOf(tab);
  if (!subject) return null;
  const { tenant, known, edited } = subject;
  return tenant.core.diagnose(error, tenant.sightings, known, edited);
}

async function write(tab: number, format: Format): Promise<string | null> {
  if (format === "snapshot") return writeSnapshot(tab);
  const subject = await subjectOf(tab);
  if (!subject) return null;
  const { tenant, known, edited } = subject;
  if (format === "json") return JSON.stringify(tenant.core.report(tenant.sightings, known, edited), null, 2);
  return tenant.core.write(format, tenant.sightings, known, edited, (id, values) => word(id, ...values));
}

/** The open page as Preflight sees it, without what was asked for: for whoever reports a mistake in reading it. */
async function writeSnapshot(tab: number): Promise<string> {
  const snapshot = await tellTab<Snapshot | null>(tab, { kind: "snapshot" });
  if (!snapshot) throw new Error(word("no_snapshot"));
  return JSON.stringify(snapshot, null, 1);
}

async function handout(tab: number): Promise<string | null> {
  const subject = await subjectOf(tab);
  if (!subject) return null;
  const { tenant, known, edited } = subject;
  return tenant.core.handout(tenant.sightings, known, edited, (id, values) => word(id, ...values));
}

async function subjectOf(tab: number): Promise<Subject | null> {
  const url = await addressOf(tab);
  const origin = tenantOf(url, await ownHosts());
  const tenant = origin === null ? null : await openTenant(origin, tab);
  if (!tenant) return null;
  const { edited = null } = (await store.readPageAt(tab, url)) ?? {};
  return { tenant, known: knownOf(tenant), edited, url: url ?? "" };
}
