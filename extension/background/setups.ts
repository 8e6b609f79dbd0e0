import { type Policy, readPolicy } from "../domain/policy.js";
import {
  type Change,
  type Choice,
  changed,
  dayOf,
  isSetup,
  NO_SETUP,
  type Setup,
  withChoice,
} from "../domain/setup.js";
import { endedWaivers } from "./core.js";
import { choiceOf, overtake } from "./epochs.js";
import { makeQueue } from "./serial-queue.js";
import { isEqual, local } from "./storage-area.js";

// What an admin said of each tenant stays on disk until it is taken back.

const PREFIX = "setup ";

const inTurn = makeQueue();

/** What was said of a tenant. */
export async function readSetup(tenant: string): Promise<Setup> {
  const [stored, policy] = await Promise.all([local.read(PREFIX + tenant), readPolicy()]);
  const setup = setupOf(stored) ?? { ...NO_SETUP, vendors: vendorsOf(policy, tenant) };
  return policy.forbidKeeping ? { ...setup, keep: false } : setup;
}

/**
 * What was said of a tenant, as it holds today. A waiver whose last day is over is deleted, so that a clock that is set back
 * does not bring it back.
 */
export async function readCurrentSetup(tenant: string): Promise<Setup> {
  const setup = await readSetup(tenant);
  if (setup.waivers.length === 0) return setup;
  const over = await endedWaivers(setup.waivers, dayOf(new Date()));
  if (over.length === 0) return setup;
  const without = (now: Setup) => ({
    ...now,
    waivers: now.waivers.filter((waiver) => !over.some((other) => isEqual(other, waiver))),
  });
  edit(tenant, without).catch(() => {});
  return without(setup);
}

function vendorsOf({ vendors }: Policy, tenant: string): Choice[] {
  const own = vendors.filter((chosen) => chosen.tenant === tenant);
  return own.reduce<Choice[]>((all, { vendor }) => withChoice(all, { profile: vendor, features: null }), []);
}

/** What was said of every tenant, by its origin. */
export async function readSetups(): Promise<Record<string, Setup>> {
  const all = Object.entries(await local.readAll(PREFIX));
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

/** Takes a change in; a judgement that is under way does not know it and no longer counts. */
export function changeSetup(tenant: string, change: Change): Promise<void> {
  const overtaken = change.what === "keep" ? [] : [choiceOf(tenant)];
  return edit(tenant, (setup) => changed(setup, change), ...overtaken);
}

/** Changes the choice of vendors as it stands when its turn comes: what was chosen meanwhile stays. */
export function editVendors(tenant: string, edited: (vendors: Choice[]) => Choice[]): Promise<void> {
  return edit(tenant, (setup) => ({ ...setup, vendors: edited(setup.vendors) }), choiceOf(tenant));
}

function edit(tenant: string, edited: (setup: Setup) => Setup, ...overtaken: string[]): Promise<void> {
  return inTurn(async () => {
    const setup = edited(await readSetup(tenant));
    // At the moment from which on the new set-up is read.
    overtake(...overtaken);
    await local.write(PREFIX + tenant, setup);
  });
}

/** Forgets what was said of a tenant. */
export function forgetSetup(tenant: string): Promise<void> {
  return inTurn(() => local.write(PREFIX + tenant, null));
}
