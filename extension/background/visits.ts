import type { Judgement, Preflight, Screen, Snapshot } from "../../dist/wasm/preflight.js";
import type { Link } from "../shared/link.js";
import type { Choice, Judged, PageState, Welcome } from "../shared/messages.js";
import { key } from "../shared/text.js";
import { showBadge } from "./badge.js";
import { packagedProfiles, preflightFor, vocabulary } from "./core.js";
import { tellPanels } from "./notify.js";
import * as store from "./store.js";

/** A tab with a page of a tenant's. */
export interface Tab {
  id: number;
  tenant: string;
  url: string;
}

/** A configuration screen was opened: starts a visit when a vendor is chosen for the tenant. */
export async function welcome({ id, tenant }: Tab): Promise<Welcome | null> {
  await followLink(id, tenant);
  const choice = await store.readChoice(tenant);
  tellPanels(id);
  return choice && { words: await vocabulary() };
}

/** A deep link was followed. It is acted upon when the tab arrives on a configuration screen. */
export function keepLink({ id }: Tab, link: Link): Promise<void> {
  return store.writeLink(id, link);
}

/** Judges what a tab shows. */
export async function judge(tab: Tab, snapshot: Snapshot): Promise<Judged | null> {
  const choice = await store.readChoice(tab.tenant);
  if (!choice) return null;
  try {
    const core = await preflightFor(choice);
    const judgement = await judgeWith(core, tab, snapshot);
    await remember(tab, judgement);
    return await answer(core, tab, judgement);
  } catch (error) {
    await rememberProblem(tab, error);
    throw error;
  }
}

/** The core's judgement, where an earlier reading of the same screen does not count beside the new one. */
async function judgeWith(core: Preflight, { id, tenant, url }: Tab, snapshot: Snapshot): Promise<Judgement> {
  const evidence = await store.readEvidence(tenant);
  const guess = (await store.readPage(id))?.evidence ?? null;
  const others = (without: string | null) => [...evidence].filter(([name]) => name !== without).map(([, seen]) => seen);
  const judgement = core.judge(snapshot, url, others(guess));
  const name = evidenceKey(judgement.screen);
  return name === guess || name === null || !evidence.has(name) ? judgement : core.judge(snapshot, url, others(name));
}

async function remember(tab: Tab, { screen, report, marks }: Judgement): Promise<void> {
  const name = evidenceKey(screen);
  const page: PageState = {
    url: tab.url,
    status: screen.status,
    screen: screen.id,
    mode: screen.mode,
    record: screen.record?.name ?? screen.record?.id ?? null,
    evidence: name,
    marked: marks.flatMap(({ findings }) => findings),
    problem: null,
  };
  const news = [
    await store.writePage(tab.id, page),
    name !== null && (await store.writeEvidence(tab.tenant, name, screen)),
  ];
  showBadge(tab.id, report);
  if (news.includes(true)) tellPanels(tab.id);
}

async function rememberProblem({ id, url }: Tab, error: unknown): Promise<void> {
  const problem = error instanceof Error ? error.message : String(error);
  const nothing = { screen: null, mode: null, record: null, evidence: null, marked: [] };
  const isNew = await store.writePage(id, { url, status: "unreadable", ...nothing, problem });
  showBadge(id, null);
  if (isNew) tellPanels(id);
}

async function answer(core: Preflight, { id }: Tab, { ask, report, marks }: Judgement): Promise<Judged> {
  const marked = new Set(marks.flatMap(({ findings }) => findings));
  const findings = report.findings.filter((finding) => marked.has(finding.id));
  const pointer = await store.readPointer(id);
  const wanted =
    pointer === null ? undefined : findings.find(({ field }) => field !== null && key(field) === key(pointer));
  if (wanted) await store.writePointer(id, null);
  return { ask, marks, findings, sources: core.profile().sources, show: wanted?.id ?? null };
}

/** A deep link only ever chooses a packaged profile with features that it has, and names a field. */
async function followLink(tab: number, tenant: string): Promise<void> {
  const link = await store.readLink(tab);
  if (!link) return;
  await store.writeLink(tab, null);
  const known = (await packagedProfiles()).some(({ id }) => id === link.profile);
  if (!known) return;
  await store.writeChoice(tenant, await choiceOf(link));
  await store.writePointer(tab, link.field);
}

async function choiceOf({ profile, features }: Link): Promise<Choice> {
  if (features === null) return { profile, features };
  const offered = (await preflightFor({ profile, features: null })).profile().features.map(({ id }) => id);
  const chosen = features.filter((id) => offered.includes(id));
  return { profile, features: chosen.length > 0 ? chosen : null };
}

/**
 * Which screen of which record a reading is; null for what is no evidence. A record whose name is still to be captured
 * is none yet: later it would stand beside itself.
 */
function evidenceKey({ id, record, status }: Screen): string | null {
  if (status !== "read" || id === null) return null;
  const name = record?.id ?? record?.name ?? null;
  return name === null && record?.ask != null ? null : `${id} ${name ?? ""}`;
}
