import { api } from "../shared/api.js";
import { type Policy, readPolicy } from "../shared/policy.js";
import { type Change, type Choice, changed, isSetup, NO_SETUP, type Setup, withChoice } from "../shared/setup.js";
import { read, readAll, write } from "./area.js";
import { makeQueue } from "./turns.js";

// What an admin said of each tenant stays on disk until it is taken back.

const PREFIX = "setup ";

const inTurn = makeQueue();

/** What was said of a tenant. */
export async function readSetup(tenant: string): Promise<Setup> {
  const [stored, policy] = await Promise.all([read(api.storage.local, PREFIX + tenant), readPolicy()]);
  const setup = setupOf(stored) ?? { ...NO_SETUP, vendors: vendorsOf(policy, tenant) };
  return policy.forbidKeeping ? { ...setup, keep: false } : setup;
}

function vendorsOf({ vendors }: Policy, tenant: string): Choice[] {
  const own = vendors.filter((chosen) => chosen.tenant === tenant);
  return own.reduce<Choice[]>((all, { vendor }) => withChoice(all, { profile: vendor, features: null }), []);
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

/** Takes a change in. */
export function changeSetup(tenant: string, change: Change): Promise<void> {
  return edit(tenant, (setup) => changed(setup, change));
}

/** Changes the choice of vendors as it stands when its turn comes: what was chosen meanwhile stays. */
export function editVendors(tenant: string, edited: (vendors: Choice[]) => Choice[]): Promise<void> {
  return edit(tenant, (setup) => ({ ...setup, vendors: edited(setup.vendors) }));
}

function edit(tenant: string, edited: (setup: Setup) => Setup): Promise<void> {
  return inTurn(async () => write(api.storage.local, PREFIX + tenant, edited(await readSetup(tenant))));
}

/** Forgets what was said of a tenant. */
export function forgetSetup(tenant: string): Promise<void> {
  return inTurn(() => write(api.storage.local, PREFIX + tenant, null));
}
