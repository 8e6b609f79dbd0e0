import type { Screen, Sightings } from "../../dist/wasm/preflight.js";
import { word } from "../platform/words.js";
import { newSightings } from "./core.js";
import { begin, evidenceOf, overtake } from "./epochs.js";
import { EVIDENCE, isFull } from "./room.js";
import { makeQueue } from "./serial-queue.js";
import { readSetup } from "./setups.js";
import { local, session, whenEvicted } from "./storage-area.js";

// What was seen of each tenant: the latest reading of each screen of each record. It lasts as long as the browser runs,
// unless the admin wants it kept. It is read once as long as this worker lives, and stays in the core; every reading is
// written behind the answer to the page.

/** What the key begins with that says how many readings of a tenant gave way to newer ones. */
const EVICTED = "evicted ";

const memory = new Map<string, Promise<Sightings>>();
const inTurn = makeQueue();

/** What was seen of a tenant. */
export function readEvidence(tenant: string): Promise<Sightings> {
  const known = memory.get(tenant) ?? load(tenant);
  memory.set(tenant, known);
  // What could not be read is tried anew.
  known.catch(() => memory.get(tenant) === known && memory.delete(tenant));
  return known;
}

async function load(tenant: string): Promise<Sightings> {
  const sightings = await newSightings();
  const prefix = prefixOf(tenant);
  const [{ keep }, ...kept] = await Promise.all([
    readSetup(tenant),
    local.readAll<Screen>(prefix),
    session.readAll<Screen>(prefix),
  ]);
  // A worker was ended while it moved them.
  const strays = kept[keep ? 1 : 0] ?? {};
  if (Object.keys(strays).length > 0) moveEvidence(tenant, keep, async () => {}).catch(() => {});
  const all = kept.flatMap(Object.entries<Screen>).toSorted(([, a], [, b]) => timeOf(a).localeCompare(timeOf(b)));
  for (const [key, screen] of all) {
    try {
      sightings.put(key.slice(prefix.length), screen);
    } catch {
      // Of another version, or damaged: the next reading of this screen takes its place.
    }
  }
  return sightings;
}

/** What was seen of every tenant, by its origin, oldest first, and whether it outlasts the browser. */
export async function readAllEvidence(): Promise<Map<string, { screen: Screen; kept: boolean }[]>> {
  const [kept, fleeting] = await Promise.all([local, session].map((area) => area.readAll<Screen>(EVIDENCE)));
  const all = [entriesOf(kept, true), entriesOf(fleeting, false)].flat();
  all.sort((a, b) => timeOf(a.screen).localeCompare(timeOf(b.screen)));
  const byTenant = new Map<string, typeof all>();
  for (const entry of all) byTenant.set(entry.tenant, [...(byTenant.get(entry.tenant) ?? []), entry]);
  return byTenant;
}

function entriesOf(all: Record<string, Screen> = {}, kept: boolean) {
  return Object.entries(all).map(([key, screen]) => ({ tenant: tenantIn(key), screen, kept }));
}

/** Writes a reading that the core has taken in. Nothing waits for it, and what was cleared meanwhile does not come back. */
export function writeEvidence(tenant: string, key: string, screen: Screen): void {
  const counts = begin(evidenceOf(tenant));
  inTurn(async () => {
    const { keep } = await readSetup(tenant);
    if (counts()) await areaFor(keep).write(prefixOf(tenant) + key, screen);
  }).catch(() => noteEvicted([prefixOf(tenant) + key]));
}

/** Forgets what was seen of a tenant. */
export function clearEvidence(tenant: string): Promise<void> {
  forgetRead(tenant);
  // Who reads meanwhile would take into memory again what is about to go.
  memory.set(tenant, newSightings());
  const prefix = prefixOf(tenant);
  return inTurn(async () => {
    for (const area of [local, session]) {
      const keys = Object.keys(await area.readAll(prefix));
      await Promise.all(keys.map((key) => area.write(key, null)));
    }
    await forgetEvicted(tenant);
  });
}

/** Forgets what was read of a tenant (null: of every tenant), and what is about to be written of it. */
export function forgetRead(tenant: string | null): void {
  const tenants = tenant === null ? [...memory.keys()] : [tenant];
  overtake(...tenants.map(evidenceOf));
  for (const each of tenants) memory.delete(each);
}

/**
 * Moves what was seen of a tenant to where it is kept, or to where it ends with the browser, then says so (`commit`), and
 * only then deletes it where it was: whatever fails leaves everything as it was.
 */
export function moveEvidence(tenant: string, keep: boolean, commit: () => Promise<void>): Promise<void> {
  return inTurn(async () => {
    const [from, to] = [areaFor(!keep), areaFor(keep)];
    const all = await from.readAll<Screen>(prefixOf(tenant));
    const keys = Object.keys(all);
    const write = (area: typeof to, value: (key: string) => unknown) =>
      Promise.all(keys.map((key) => area.write(key, value(key))));
    if (!keep) await write(to, (key) => all[key]);
    else await to.writeWhole(all).catch((error: unknown) => Promise.reject(isFull(error) ? noRoom() : error));
    try {
      await commit();
    } catch (error) {
      await write(to, () => null);
      throw error;
    }
    await write(from, () => null);
  });
}

function noRoom(): Error {
  return new Error(word("keep_no_room"));
}

/** How many readings of a tenant gave way to newer ones since somebody took note of it. */
export async function evictedOf(tenant: string): Promise<number> {
  return (await session.read<number>(EVICTED + tenant)) ?? 0;
}

/** Somebody took note of it. */
export function forgetEvicted(tenant: string): Promise<void> {
  return session.write(EVICTED + tenant, null);
}

whenEvicted((keys) => void noteEvicted(keys));

/** What is not stored is not known either: this worker may end, and the next one would say otherwise. */
async function noteEvicted(keys: string[]): Promise<void> {
  for (const tenant of new Set(keys.map(tenantIn))) {
    const prefix = prefixOf(tenant);
    const own = keys.filter((key) => key.startsWith(prefix));
    const sightings = await memory.get(tenant);
    for (const key of own) sightings?.remove(key.slice(prefix.length));
    // Where not even this fits, the notice is not shown; what is on the page is.
    await session.write(EVICTED + tenant, (await evictedOf(tenant)) + own.length).catch(() => {});
  }
}

function tenantIn(key: string): string {
  return key.slice(EVIDENCE.length).split(" ")[0] ?? "";
}

function timeOf({ seen }: Screen): string {
  return seen ?? "";
}

function areaFor(keep: boolean) {
  return keep ? local : session;
}

function prefixOf(tenant: string): string {
  return `${EVIDENCE}${tenant} `;
}
