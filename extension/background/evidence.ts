import type { Screen } from "../../dist/wasm/preflight.js";
import { api } from "../shared/api.js";
import { isEqual, readAll } from "./area.js";

// What was seen of each tenant: the latest reading of each screen of each record. It lasts as long as the browser runs,
// unless the admin wants it kept. Memory holds copies only, and every change is written through.

type Sightings = Map<string, Screen>;

const { local, session } = api.storage;
const memory = new Map<string, Promise<Sightings>>();

/** What was seen of a tenant, oldest first. */
export async function readEvidence(tenant: string): Promise<ReadonlyMap<string, Screen>> {
  return sightingsOf(tenant);
}

/** Keeps the latest reading of a screen; true when it says something new. */
export async function writeEvidence(tenant: string, key: string, screen: Screen, keep: boolean): Promise<boolean> {
  const sightings = await sightingsOf(tenant);
  const before = sightings.get(key);
  // Out and in again: the order is that of the last sight.
  sightings.delete(key);
  sightings.set(key, screen);
  await areaFor(keep).set({ [prefixOf(tenant) + key]: screen });
  return before === undefined || !isEqual({ ...before, seen: null }, { ...screen, seen: null });
}

/** Forgets what was seen of a tenant. */
export async function clearEvidence(tenant: string): Promise<void> {
  memory.delete(tenant);
  for (const area of [local, session]) {
    await area.remove(Object.keys(await readAll(area, prefixOf(tenant))));
  }
}

/** Moves what was seen of a tenant to where it is kept, or to where it ends with the browser. */
export async function keepEvidence(tenant: string, keep: boolean): Promise<void> {
  const all = await readAll<Screen>(areaFor(!keep), prefixOf(tenant));
  await areaFor(keep).set(all);
  await areaFor(!keep).remove(Object.keys(all));
}

function sightingsOf(tenant: string): Promise<Sightings> {
  const known = memory.get(tenant) ?? load(tenant);
  memory.set(tenant, known);
  return known;
}

async function load(tenant: string): Promise<Sightings> {
  const prefix = prefixOf(tenant);
  const kept = await Promise.all([local, session].map((area) => readAll<Screen>(area, prefix)));
  const all = kept.flatMap(Object.entries<Screen>).toSorted(([, a], [, b]) => timeOf(a).localeCompare(timeOf(b)));
  return new Map(all.map(([key, screen]) => [key.slice(prefix.length), screen]));
}

function timeOf({ seen }: Screen): string {
  return seen ?? "";
}

function areaFor(keep: boolean): chrome.storage.StorageArea {
  return keep ? local : session;
}

function prefixOf(tenant: string): string {
  return `evidence ${tenant} `;
}
