import init, { Preflight, type ProfileEntry, profiles, words } from "../../dist/wasm/preflight.js";
import { api } from "../shared/api.js";
import type { Choice } from "../shared/setup.js";

let started: Promise<unknown> | null = null;
const loaded = new Map<string, Promise<Preflight>>();

/** The core's vocabulary, as keys. */
export async function vocabulary(): Promise<string[]> {
  await start();
  return words();
}

/** The packaged profiles. */
export async function packagedProfiles(): Promise<ProfileEntry[]> {
  await start();
  return profiles(api.runtime.getURL("profiles/index.json"));
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

function loadOne({ profile, features }: Choice): Promise<Preflight> {
  return Preflight.load(api.runtime.getURL(`profiles/${profile}.json`), features ?? undefined);
}

function start(): Promise<unknown> {
  started ??= init({ module_or_path: api.runtime.getURL("preflight_bg.wasm") }).catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}
