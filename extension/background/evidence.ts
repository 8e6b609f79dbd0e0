import type { Screen } from "../../dist/wasm/preflight.js";
import { api } from "../shared/api.js";
import { isEqual, readAll } from "./area.js";

// What was seen of each tenant: the latest reading of each screen of each record. It lasts as long as the browser runs,
// unless the admin wants it kept. Memory holds copies only, and every change is written through.

type Sightings = Map<string, Screen>;

const PREFIX = "evidence ";

const { local, session } = api.storage;
const memory = new Map<string, Promise<Sightings>>();

/** What was seen of a tenant, oldest first. */
export async function readEvidence(tenant: string): Promise<ReadonlyMap<string, Screen>> {
  return sightingsOf(tenant);
}

/** What was seen of every tenant, by its origin, oldest first, and whether it outlasts the browser. */
export async function readAllEvidence(): Promise<Map<string, { screen: Screen; kept: boolean }[]>> {
  const [kept, fleeting] = await Promise.all([local, session].map((area) => readAll<Screen>(area, PREFIX)));
  const all = [entriesOf(kept, true), entriesOf(fleeting, false)].flat();
  all.sort((a, b) => timeOf(a.screen).localeCompare(timeOf(b.screen)));
  const byTenant = new Map<string, typeof all>();
  for (const entry of all) byTenant.set(entry.tenant, [...(byTenant.get(entry.tenant) ?? []), entry]);
  return byTenant;
}

function entriesOf(all: Record<string, Screen> = {}, kept: boolean) {
  return Object.entries(all).map(([key, screen]) => ({
    tenant: key.slice(PREFIX.length).split(" ")[0] ?? "",
    screen,
    kept,
  }));
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
  for (const area of [local, session]) {
    await area.remove(Object.keys(await readAll(area, prefixOf(tenant))));
  }
  // Last: who reads meanwhile would take into memory again what is about to go.
  memory.delete(tenant);
}

/** Forgets that anything was read from storage: it was emptied. */
export function forgetRead(): void {
  memory.clear();
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
  return `${PREFIX}${tenant} `;
}
