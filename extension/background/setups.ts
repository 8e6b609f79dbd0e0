import { api } from "../shared/api.js";
import { type Policy, readPolicy } from "../shared/policy.js";
import { type Change, type Choice, changed, isSetup, NO_SETUP, type Setup } from "../shared/setup.js";
import { read, readAll, write } from "./area.js";

// What an admin said of each tenant stays on disk until it is taken back.

const PREFIX = "setup ";

let last: Promise<unknown> = Promise.resolve();

/** What was said of a tenant. */
export async function readSetup(tenant: string): Promise<Setup> {
  const [stored, policy] = await Promise.all([read(api.storage.local, PREFIX + tenant), readPolicy()]);
  const setup = setupOf(stored) ?? { ...NO_SETUP, vendors: vendorsOf(policy, tenant) };
  return policy.forbidKeeping ? { ...setup, keep: false } : setup;
}

function vendorsOf({ vendors }: Policy, tenant: string): Choice[] {
  const own = vendors.filter((chosen) => chosen.tenant === tenant);
  return own.map(({ vendor }) => ({ profile: vendor, features: null }));
}

/** What was said of every tenant, by its origin. */
export async function readSetups(): Promise<Record<string, Setup>> {
  const all = Object.entries(await readAll(api.storage.local, PREFIX));
  return Object.fromEntries(
    all.flatMap(([key, stored]) => {
      const setup = setupOf(stored);
      return setup ? [[key.slice(PREFIX.length), setup]] : [];
    }),
  );
}

/** What is stored may be older than some of what can be said. */
function setupOf(stored: unknown): Setup | null {
  const setup: unknown = typeof stored === "object" && stored !== null ? { ...NO_SETUP, ...stored } : null;
  return isSetup(setup) ? setup : null;
}

/** Takes a change in. One after the other: of two at a time, none is lost. */
export function changeSetup(tenant: string, change: Change): Promise<void> {
  return inTurn(async () => write(api.storage.local, PREFIX + tenant, changed(await readSetup(tenant), change)));
}

/** Forgets what was said of a tenant. */
export function forgetSetup(tenant: string): Promise<void> {
  return inTurn(() => write(api.storage.local, PREFIX + tenant, null));
}

function inTurn(task: () => Promise<void>): Promise<void> {
  const done = last.then(task);
  last = done.catch(() => {});
  return done;
}
