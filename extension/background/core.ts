import init, {
  ended,
  Preflight,
  type ProfileEntry,
  profiles,
  Sightings,
  type Waiver,
  words,
} from "../../dist/wasm/preflight.js";
import type { Choice } from "../domain/setup.js";
import { api } from "../platform/api.js";
import { word } from "../platform/words.js";
import { readOwnProfile } from "./own-profiles.js";

let started: Promise<unknown> | null = null;
const loaded = new Map<string, Promise<Preflight>>();

/** The core's vocabulary, as keys. */
export async function vocabulary(): Promise<string[]> {
  await start();
  return words();
}

/** A place in the core for what is seen of a tenant. */
export async function newSightings(): Promise<Sightings> {
  await start();
  return new Sightings();
}

/** Those of the waivers that no longer hold on a day (year-month-day). */
export async function endedWaivers(waivers: Waiver[], day: string): Promise<Waiver[]> {
  await start();
  return ended(waivers, day);
}

/** The packaged profiles. */
export async function packagedProfiles(): Promise<ProfileEntry[]> {
  await start();
  return profiles(api.runtime.getURL("profiles/index.json"));
}

/** Where a packaged profile lies. */
export function urlOf({ file }: ProfileEntry): string {
  return api.runtime.getURL(`profiles/${file}`);
}

/** The core with a profile that is not trusted yet: all of its features count. Throws the mistakes, one a line. */
export async function parseProfile(text: string): Promise<Preflight> {
  await start();
  const defaults = Preflight.parse(text);
  const features = defaults.profiles().flatMap((profile) => profile.features.map(({ id }) => id));
  defaults.free();
  return Preflight.parse(text, features);
}

/** Makes every profile be loaded anew: one has changed. */
export function forgetLoaded(): void {
  loaded.clear();
}

/** The core with vendors chosen, at least one; loaded once as long as this worker lives. */
export function preflightFor(vendors: Choice[]): Promise<Preflight> {
  const key = JSON.stringify(vendors);
  const known = loaded.get(key);
  if (known) return known;
  const loading = load(vendors);
  loaded.set(key, loading);
  // A failure is told to whoever asked, and the next one tries again.
  loading.catch(() => loaded.delete(key));
  return loading;
}

async function load(vendors: Choice[]): Promise<Preflight> {
  await start();
  const [first, ...others] = await Promise.all(vendors.map(loadOne));
  if (!first) throw new Error("No vendor is chosen: choose one.");
  for (const other of others) {
    first.join(other);
    other.free();
  }
  return first;
}

/** A packaged profile comes first: no other takes its name. */
async function loadOne({ profile, features }: Choice): Promise<Preflight> {
  const packaged = (await packagedProfiles()).find(({ id }) => id === profile);
  if (packaged) return Preflight.load(urlOf(packaged), features ?? undefined);
  const own = await readOwnProfile(profile);
  if (!own) throw new Error(word("profile_gone", profile));
  return Preflight.parse(own.text, features ?? undefined);
}

function start(): Promise<unknown> {
  started ??= init({ module_or_path: api.runtime.getURL("preflight_bg.wasm") }).catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}
