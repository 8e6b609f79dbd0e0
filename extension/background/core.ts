import init, { Preflight, type ProfileEntry, profiles, words } from "../../dist/wasm/preflight.js";
import { api } from "../shared/api.js";
import type { Choice } from "../shared/messages.js";

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

/** The core with a vendor chosen; loaded once as long as this worker lives. */
export function preflightFor(choice: Choice): Promise<Preflight> {
  const key = JSON.stringify([choice.profile, choice.features]);
  const known = loaded.get(key);
  if (known) return known;
  const loading = load(choice);
  loaded.set(key, loading);
  // A failure is told to whoever asked, and the next one tries again.
  loading.catch(() => loaded.delete(key));
  return loading;
}

async function load({ profile, features }: Choice): Promise<Preflight> {
  await start();
  return Preflight.load(api.runtime.getURL(`profiles/${profile}.json`), features ?? undefined);
}

function start(): Promise<unknown> {
  started ??= init({ module_or_path: api.runtime.getURL("preflight_bg.wasm") }).catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}
