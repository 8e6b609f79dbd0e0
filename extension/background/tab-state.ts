import type { Link } from "../domain/link.js";
import type { PageState } from "../protocol/state.js";
import { EVERYTHING, overtake, tabOf } from "./epochs.js";
import { session } from "./storage-area.js";

// What is kept of tabs, for as long as the browser runs. This worker may be ended at any time: nothing is only in memory.
// What a person wants to see in a tab, and what a link proposes there, is of one tenant: the tab may go on to another one.

const KINDS = ["page", "link", "proposal", "pointer", "wanted", "paused"];

/** A deep link, and the tenant on which it was opened. */
export interface Followed extends Link {
  tenant: string;
}

/** What a deep link proposed to a tenant. */
export interface Proposal {
  tenant: string;
  /** Id of a profile. */
  profile: string;
  /** Features beyond those that were chosen; none for the profile's defaults. */
  features: string[];
  /** It was chosen at once: nothing else was. */
  chosen: boolean;
}

/** The field that a deep link points at. */
interface Pointed {
  tenant: string;
  field: string;
}

/** The finding that somebody wants to see, and is being led to. */
interface Wanted {
  tenant: string;
  finding: string;
}

/** What the background last knew about the page in a tab. */
export function readPage(tab: number): Promise<PageState | null> {
  return read("page", tab);
}

/** What is known about the page that a tab shows, if it still is the one at this address. */
export async function readPageAt(tab: number, url: string | undefined): Promise<PageState | null> {
  const page = await readPage(tab);
  return page && page.url.split("#")[0] === url?.split("#")[0] ? page : null;
}

/** Keeps what is known about the page in a tab. */
export function writePage(tab: number, page: PageState): Promise<void> {
  return write("page", tab, page);
}

/** Forgets what was judged of the page in a tab, and by which vendors; what the page shows stays known. */
export async function forgetJudgement(tab: number): Promise<void> {
  const page = await readPage(tab);
  if (page) await writePage(tab, { ...page, marked: [], questions: [], unmarked: null, pointer: null });
}

/** The deep link that a tab followed and that is not done with: it survives a sign-in on the way. */
export function readLink(tab: number): Promise<Followed | null> {
  return read("link", tab);
}

/** Keeps a tab's deep link; null when it is done with. */
export function writeLink(tab: number, link: Followed | null): Promise<void> {
  return write("link", tab, link);
}

/** What a tab's deep link proposed. */
export function readProposal(tab: number): Promise<Proposal | null> {
  return read("proposal", tab);
}

/** Keeps what a tab's deep link proposed; null once the person has settled it. */
export function writeProposal(tab: number, proposal: Proposal | null): Promise<void> {
  return write("proposal", tab, proposal);
}

/** The field that a tab's deep link points at. */
export function readPointer(tab: number): Promise<Pointed | null> {
  return read("pointer", tab);
}

/** Keeps the field that a tab's deep link points at; null once it was shown. */
export function writePointer(tab: number, pointed: Pointed | null): Promise<void> {
  return write("pointer", tab, pointed);
}

/** Whether a tab is paused. */
export async function readPaused(tab: number): Promise<boolean> {
  return (await read("paused", tab)) === true;
}

/** Pauses a tab, or lets it go on. */
export function writePaused(tab: number, on: boolean): Promise<void> {
  return write("paused", tab, on || null);
}

/** The finding that somebody wants to see in a tab, and is being led to. */
export function readWanted(tab: number): Promise<Wanted | null> {
  return read("wanted", tab);
}

/** Keeps the finding that somebody wants to see in a tab; null once it was shown, or nobody wants it any more. */
export function writeWanted(tab: number, wanted: Wanted | null): Promise<void> {
  return write("wanted", tab, wanted);
}

/** Forgets what was known of every open page. */
export async function forgetPages(): Promise<void> {
  overtake(EVERYTHING);
  await Promise.all(Object.keys(await session.readAll("page ")).map((key) => session.write(key, null)));
}

/** Forgets a closed tab. */
export async function forgetTab(tab: number): Promise<void> {
  overtake(tabOf(tab));
  await Promise.all(KINDS.map((kind) => session.write(`${kind} ${tab}`, null)));
}

/** Of how many tabs anything is kept. */
export async function notedTabs(): Promise<number> {
  const keys = Object.keys(await session.readAll("")).map((key) => key.split(" "));
  return new Set(keys.flatMap(([kind = "", tab]) => (KINDS.includes(kind) ? [tab] : []))).size;
}

async function read<Value>(kind: string, tab: number): Promise<Value | null> {
  return (await session.read<Value>(`${kind} ${tab}`)) ?? null;
}

/** What is not there need not be taken away: most judgements end with nothing that anybody wants to see. */
async function write(kind: string, tab: number, value: unknown): Promise<void> {
  const key = `${kind} ${tab}`;
  if (value === null && (await session.read(key)) === undefined) return;
  await session.write(key, value);
}
