import { api } from "../shared/api.js";
import type { Link } from "../shared/link.js";
import type { PageState } from "../shared/state.js";
import { isEqual, read, write } from "./area.js";

// What is kept of tabs, for as long as the browser runs. This worker may be ended at any time: nothing is only in memory.

const KINDS = ["page", "link", "pointer", "wanted", "paused"];

const { session } = api.storage;

/** What the background last knew about the page in a tab. */
export async function readPage(tab: number): Promise<PageState | null> {
  return (await read<PageState>(session, `page ${tab}`)) ?? null;
}

/** Keeps what is known about the page in a tab; true when it is something new. */
export async function writePage(tab: number, page: PageState): Promise<boolean> {
  if (isEqual(await readPage(tab), page)) return false;
  await write(session, `page ${tab}`, page);
  return true;
}

/** The deep link that a tab followed and that is not done with: it survives a sign-in on the way. */
export async function readLink(tab: number): Promise<Link | null> {
  return (await read<Link>(session, `link ${tab}`)) ?? null;
}

/** Keeps a tab's deep link; null when it is done with. */
export function writeLink(tab: number, link: Link | null): Promise<void> {
  return write(session, `link ${tab}`, link);
}

/** The field that a tab's deep link points at. */
export async function readPointer(tab: number): Promise<string | null> {
  return (await read<string>(session, `pointer ${tab}`)) ?? null;
}

/** Keeps the field that a tab's deep link points at; null once it was shown. */
export function writePointer(tab: number, field: string | null): Promise<void> {
  return write(session, `pointer ${tab}`, field);
}

/** Whether a tab is paused. */
export async function readPaused(tab: number): Promise<boolean> {
  return (await read<boolean>(session, `paused ${tab}`)) === true;
}

/** Pauses a tab, or lets it go on. */
export function writePaused(tab: number, on: boolean): Promise<void> {
  return write(session, `paused ${tab}`, on || null);
}

/** The finding that somebody wants to see in a tab, and is being led to. */
export async function readWanted(tab: number): Promise<string | null> {
  return (await read<string>(session, `wanted ${tab}`)) ?? null;
}

/** Keeps the finding that somebody wants to see in a tab; null once it was shown, or nobody wants it any more. */
export function writeWanted(tab: number, finding: string | null): Promise<void> {
  return write(session, `wanted ${tab}`, finding);
}

/** Forgets a closed tab. */
export function forgetTab(tab: number): Promise<void> {
  return session.remove(KINDS.map((kind) => `${kind} ${tab}`));
}

/** Of how many tabs anything is kept. */
export async function notedTabs(): Promise<number> {
  const keys = Object.keys(await session.get(null)).map((key) => key.split(" "));
  return new Set(keys.flatMap(([kind = "", tab]) => (KINDS.includes(kind) ? [tab] : []))).size;
}
