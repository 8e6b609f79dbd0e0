import type { Judgement, Needs, Pointer, Preflight, Report, Snapshot } from "../../dist/wasm/preflight.js";
import type { Link } from "../domain/link.js";
import type { Choice } from "../domain/setup.js";
import { sourceOf } from "../domain/sources.js";
import { clickWords, spokenWords } from "../platform/words.js";
import type { Judged, Welcome } from "../protocol/messages.js";
import type { PageState } from "../protocol/state.js";
import { showBadge } from "./badge.js";
import { preflightFor, vocabulary } from "./core.js";
import { begin, choiceOf, evidenceOf, tabOf } from "./epochs.js";
import { writeEvidence } from "./evidence.js";
import { followLink, withProposed } from "./links.js";
import { tellPanels } from "./notify.js";
import { pausedIn } from "./pauses.js";
import { readSetup } from "./setups.js";
import { isEqual } from "./storage-area.js";
import * as store from "./tab-state.js";
import { knownOf, openTenant } from "./tenant.js";
import { noteSettled } from "./tours.js";

/** A tab with a page of a tenant's. */
export interface Tab {
  id: number;
  tenant: string;
  url: string;
}

/** What a content script hands over of a page. */
interface Captured {
  snapshot: Snapshot;
  clicked: number | null;
}

/** A configuration screen was opened: starts a visit when a vendor is chosen for the tenant and nobody paused it. */
export async function welcome({ id, tenant }: Tab, isFirst: boolean): Promise<Welcome | null> {
  await followLink(id, tenant);
  if (isFirst) await forgetPane(id);
  const setup = await readSetup(tenant);
  tellPanels(id);
  if (await pausedIn(id, setup)) {
    void showBadge(id, "paused");
    return null;
  }
  if (setup.vendors.length === 0) return null;
  return {
    words: await vocabulary(),
    needs: await needsOf(await withProposed(setup.vendors, id, tenant)),
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

/** A deep link was followed. It is acted upon when the tab arrives on a configuration screen of the same tenant. */
export function keepLink({ id, tenant }: Tab, link: Link): Promise<void> {
  return store.writeLink(id, { ...link, tenant });
}

/** Judges what a tab shows; null for what was overtaken: the page is judged anew then, or is gone. */
export async function judge(tab: Tab, { snapshot, clicked }: Captured): Promise<Judged | null> {
  const counts = begin(choiceOf(tab.tenant), evidenceOf(tab.tenant), tabOf(tab.id));
  try {
    const tenant = await openTenant(tab.tenant, tab.id);
    // A page that was captured just before a pause.
    if (!tenant || (await pausedIn(tab.id, tenant.setup))) return null;
    const wanted = await wantedIn(tab);
    const before = await store.readPage(tab.id);
    if (!counts()) return null;
    // From here on nothing waits: no deletion comes between the judgement and what is kept of it.
    const now = new Date().toISOString();
    const circumstances = { address: tab.url, now, pane: before?.pane ?? null, clicked, ...wanted };
    const judgement = tenant.core.judge(snapshot, circumstances, tenant.sightings, knownOf(tenant));
    remember(tab, before, judgement);
    return answer(tenant.core, tab, judgement);
  } catch (error) {
    if (counts()) await rememberProblem(tab, error);
    throw error;
  }
}

/** What somebody wants to see on this tenant's page. */
async function wantedIn({ id, tenant }: Tab): Promise<{ field: string | null; finding: string | null }> {
  const [pointed, wanted] = await Promise.all([store.readPointer(id), store.readWanted(id)]);
  return {
    field: pointed?.tenant === tenant ? pointed.field : null,
    finding: wanted?.tenant === tenant ? wanted.finding : null,
  };
}

/** Keeps what a judgement says. Nothing waits until it is stored. */
function remember(tab: Tab, before: PageState | null, judgement: Judgement): void {
  const {
    status,
    screen,
    mode,
    record,
    pane,
    key,
    kept,
    edited,
    news,
    report,
    marks,
    preview,
    unmarked,
    next,
    settled,
  } = judgement;
  const page: PageState = {
    url: tab.url,
    status,
    screen,
    mode,
    record,
    edited,
    marked: preview ? [] : marks.flatMap(({ findings }) => findings),
    questions: preview?.questions ?? [],
    unmarked,
    pointer: next,
    problem: null,
    pane,
  };
  noteSettled(tab.tenant, settled).catch(() => {});
  if (key !== null && kept) writeEvidence(tab.tenant, key, kept);
  const isNew = !isSamePage(before, page);
  if (isNew) store.writePage(tab.id, page).catch(() => {});
  void showBadge(tab.id, report);
  if (isNew || news) tellPanels(tab.id);
}

/** The time at which an edit was seen is no news. */
function isSamePage(before: PageState | null, page: PageState): boolean {
  const timeless = ({ edited, ...rest }: PageState) => ({
    ...rest,
    edited: edited && { ...edited, screen: { ...edited.screen, seen: null } },
  });
  return before !== null && isEqual(timeless(before), timeless(page));
}

/** The page of a tab cannot be judged: the panel says why. */
export async function rememberProblem({ id, url }: Tab, error: unknown): Promise<void> {
  const problem = error instanceof Error ? error.message : String(error);
  const nothing = { screen: null, mode: null, record: null, edited: null, marked: [], questions: [], unmarked: null };
  const before = await store.readPage(id);
  const page: PageState = { url, status: "unreadable", ...nothing, pointer: null, problem, pane: before?.pane ?? null };
  const isNew = !isEqual(before, page);
  if (isNew) store.writePage(id, page).catch(() => {});
  void showBadge(id, null);
  if (isNew) tellPanels(id);
}

function answer(core: Preflight, { id }: Tab, judgement: Judgement): Judged {
  const { status, mode, ask, report, marks, preview, pointed, next } = judgement;
  const marked = new Set(marks.flatMap(({ findings }) => findings));
  const findings = (preview ?? report).findings.filter((finding) => marked.has(finding.id));
  if (pointed !== null) Promise.all([store.writePointer(id, null), store.writeWanted(id, null)]).catch(() => {});
  const profiles = core.profiles();
  const vendors = profiles.length > 1 ? profiles.map(({ id, name }) => [id, name]) : [];
  return {
    saved: status === "read" && mode === "read",
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
