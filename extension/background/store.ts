import type { Screen } from "../../dist/wasm/preflight.js";
import { api } from "../shared/api.js";
import type { Link } from "../shared/link.js";
import { type Choice, isChoice, type PageState } from "../shared/messages.js";

// What is kept, and where: the choice for each tenant on disk; the rest for as long as the browser runs. This worker
// may be ended at any time: memory holds copies only, and every change is written through.

const { local, session } = api.storage;
const evidence = new Map<string, Promise<Map<string, Screen>>>();

/** The vendor chosen for a tenant. */
export async function readChoice(tenant: string): Promise<Choice | null> {
  const choice = await read(local, `choice ${tenant}`);
  return isChoice(choice) ? choice : null;
}

/** Chooses a vendor for a tenant, or none. */
export function writeChoice(tenant: string, choice: Choice | null): Promise<void> {
  return write(local, `choice ${tenant}`, choice);
}

/** What was seen of a tenant: the latest reading of each screen of each record. */
export function readEvidence(tenant: string): Promise<ReadonlyMap<string, Screen>> {
  return evidenceOf(tenant);
}

/** Keeps the latest reading of a screen; true when it is a new one. */
export async function writeEvidence(tenant: string, key: string, screen: Screen): Promise<boolean> {
  const known = await evidenceOf(tenant);
  if (isEqual(known.get(key), screen)) return false;
  known.set(key, screen);
  await write(session, `evidence ${tenant} ${key}`, screen);
  return true;
}

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

/** Forgets a closed tab. */
export function forgetTab(tab: number): Promise<void> {
  return session.remove(["page", "link", "pointer"].map((kind) => `${kind} ${tab}`));
}

function evidenceOf(tenant: string): Promise<Map<string, Screen>> {
  const known = evidence.get(tenant) ?? loadEvidence(tenant);
  evidence.set(tenant, known);
  return known;
}

async function loadEvidence(tenant: string): Promise<Map<string, Screen>> {
  const prefix = `evidence ${tenant} `;
  const all = Object.entries(await session.get<Record<string, Screen>>(null));
  return new Map(
    all.filter(([key]) => key.startsWith(prefix)).map(([key, screen]) => [key.slice(prefix.length), screen]),
  );
}

async function read<Value>(area: chrome.storage.StorageArea, key: string): Promise<Value | undefined> {
  return (await area.get<Record<string, Value>>(key))[key];
}

function write(area: chrome.storage.StorageArea, key: string, value: unknown): Promise<void> {
  return value === null ? area.remove(key) : area.set({ [key]: value });
}

/** Plain data only. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
