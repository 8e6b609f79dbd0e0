import type { Judgement, Needs, Pointer, Preflight, Report, Screen, Snapshot } from "../../dist/wasm/preflight.js";
import type { Link } from "../shared/link.js";
import type { Judged, Welcome } from "../shared/messages.js";
import { nameOf } from "../shared/screens.js";
import type { Choice } from "../shared/setup.js";
import { sourceOf } from "../shared/sources.js";
import type { PageState } from "../shared/state.js";
import { clickWords, spokenWords } from "../shared/words.js";
import { showBadge } from "./badge.js";
import { preflightFor, vocabulary } from "./core.js";
import { writeEvidence } from "./evidence.js";
import { knownOf, openTenant, type Tenant } from "./known.js";
import { followLink } from "./links.js";
import { tellPanels } from "./notify.js";
import { pausedIn } from "./pauses.js";
import { readSetup } from "./setups.js";
import * as store from "./store.js";
import { noteSettled } from "./tours.js";

/** A tab with a page of a tenant's. */
export interface Tab {
  id: number;
  tenant: string;
  url: string;
}

/** A configuration screen was opened: starts a visit when a vendor is chosen for the tenant and nobody paused it. */
export async function welcome({ id, tenant }: Tab): Promise<Welcome | null> {
  await followLink(id, tenant);
  await forgetPane(id);
  const setup = await readSetup(tenant);
  tellPanels(id);
  if (await pausedIn(id, setup)) {
    void showBadge(id, "paused");
    return null;
  }
  if (setup.vendors.length === 0) return null;
  return {
    words: await vocabulary(),
    needs: await needsOf(setup.vendors),
    messages: spokenWords(),
    marks: setup.marks,
  };
}

/** A document that has just been loaded shows the record that its address names. */
async function forgetPane(id: number): Promise<void> {
  const page = await store.readPage(id);
  if (page?.pane) await store.writePage(id, { ...page, pane: null });
}

/** What a capture may take for these vendors. What is wrong with a profile is said when the first page is judged. */
async function needsOf(vendors: Choice[]): Promise<Needs> {
  const core = await preflightFor(vendors).catch(() => null);
  return core?.needs() ?? { labels: [], headings: [] };
}

/** A deep link was followed. It is acted upon when the tab arrives on a configuration screen. */
export function keepLink({ id }: Tab, link: Link): Promise<void> {
  return store.writeLink(id, link);
}

/** Judges what a tab shows. */
export async function judge(tab: Tab, snapshot: Snapshot): Promise<Judged | null> {
  try {
    const tenant = await openTenant(tab.tenant);
    // A page that was captured just before a pause.
    if (!tenant || (await pausedIn(tab.id, tenant.setup))) return null;
    const judgement = await judgeWith(tenant, tab, snapshot);
    await remember(tab, tenant, judgement);
    return await answer(tenant.core, tab, judgement);
  } catch (error) {
    await rememberProblem(tab, error);
    throw error;
  }
}

/**
 * The core's judgement, where an earlier reading of the same screen does not count beside the new one. Which screen it is,
 * the core says; until then it is taken for the one that the tab showed before.
 */
async function judgeWith(tenant: Tenant, { id, url }: Tab, snapshot: Snapshot): Promise<Judgement> {
  const seenBefore = (name: string | null) => (name !== null && tenant.evidence.has(name) ? name : null);
  const last = await store.readPage(id);
  const guess = seenBefore(last?.evidence ?? null);
  const pointer = (await store.readPointer(id)) ?? undefined;
  const wanted = (await store.readWanted(id)) ?? undefined;
  const judgeWithout = (replaced: string | null) =>
    tenant.core.judge(snapshot, url, knownOf(tenant, replaced), pointer, wanted, last?.pane ?? null);
  const judgement = judgeWithout(guess);
  const name = evidenceKey(judgement.screen);
  return name === null || seenBefore(name) === guess ? judgement : judgeWithout(seenBefore(name));
}

async function remember(
  tab: Tab,
  { setup }: Tenant,
  { screen, pane, report, marks, preview, next, settled }: Judgement,
): Promise<void> {
  const name = evidenceKey(screen);
  const saved = isSaved(screen);
  const page: PageState = {
    url: tab.url,
    status: screen.status,
    screen: screen.id,
    mode: screen.mode,
    record: screen.record,
    evidence: name,
    unsaved: name !== null && !saved ? screen : null,
    marked: preview ? [] : marks.flatMap(({ findings }) => findings),
    questions: preview?.questions ?? [],
    pointer: next,
    problem: null,
    pane,
  };
  const seen = { ...screen, seen: new Date().toISOString() };
  void noteSettled(tab.tenant, settled);
  const news = [
    await store.writePage(tab.id, page),
    name !== null && saved && (await writeEvidence(tab.tenant, name, seen, setup.keep)),
  ];
  void showBadge(tab.id, report);
  if (news.includes(true)) tellPanels(tab.id);
}

async function rememberProblem({ id, url }: Tab, error: unknown): Promise<void> {
  const problem = error instanceof Error ? error.message : String(error);
  const nothing = { screen: null, mode: null, record: null, evidence: null, unsaved: null, pointer: null };
  const none = { marked: [], questions: [] };
  const isNew = await store.writePage(id, { url, status: "unreadable", ...nothing, ...none, problem });
  void showBadge(id, null);
  if (isNew) tellPanels(id);
}

async function answer(core: Preflight, { id }: Tab, judgement: Judgement): Promise<Judged> {
  const { ask, report, marks, preview, pointed, next } = judgement;
  const marked = new Set(marks.flatMap(({ findings }) => findings));
  const findings = (preview ?? report).findings.filter((finding) => marked.has(finding.id));
  if (pointed !== null) await Promise.all([store.writePointer(id, null), store.writeWanted(id, null)]);
  const profiles = core.profiles();
  const vendors = profiles.length > 1 ? profiles.map(({ id, name }) => [id, name]) : [];
  return {
    ask,
    marks,
    findings,
    sources: Object.fromEntries(
      findings.flatMap((finding) => {
        const source = sourceOf(finding, profiles);
        return source ? [[finding.id, source]] : [];
      }),
    ),
    vendors: Object.fromEntries(vendors),
    show: pointed,
    next: next && nextOf(next, report),
  };
}

/** What is to be clicked next, in words; null when the page has nothing to point at. */
function nextOf(pointer: Pointer, { findings }: Report): Judged["next"] {
  const { click, target, clear } = pointer;
  if (target === null || click === "done") return null;
  const subject = findings.find(({ id }) => id === pointer.finding);
  return { target, text: clickWords(pointer, subject ?? null), clear };
}

/**
 * Which screen of which record a reading is; null for what is no evidence. A record whose name is still to be captured
 * is none yet: later it would stand beside itself.
 */
function evidenceKey({ id, record, status }: Screen): string | null {
  if (status !== "read" || id === null) return null;
  const name = nameOf(record);
  return name === null && record?.ask != null ? null : `${id} ${record?.id ?? name ?? ""}`;
}

/** An edit may still be thrown away. The advanced settings have no other mode, and what is changed there holds at once. */
function isSaved({ id, mode }: Screen): boolean {
  return mode !== "edit" || id === "advanced-settings";
}
