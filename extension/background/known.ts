import type { Known, Preflight, Screen } from "../../dist/wasm/preflight.js";
import { dayOf, inForce, type Setup } from "../shared/setup.js";
import type { TourState } from "../shared/tour.js";
import { preflightFor } from "./core.js";
import { readEvidence } from "./evidence.js";
import { readSetup } from "./setups.js";
import { readTour } from "./tours.js";

/** A tenant with at least one vendor chosen. */
export interface Tenant {
  setup: Setup;
  core: Preflight;
  /** Key → screen, oldest first. */
  evidence: ReadonlyMap<string, Screen>;
  tour: TourState;
}

/** All that is needed to judge a tenant's pages; null where no vendor is chosen. */
export async function openTenant(tenant: string): Promise<Tenant | null> {
  const setup = await readSetup(tenant);
  if (setup.vendors.length === 0) return null;
  const core = await preflightFor(setup.vendors);
  return { setup, core, evidence: await readEvidence(tenant), tour: await readTour(tenant) };
}

/** What is known of a tenant, as the core takes it; without the screen that a newer reading replaces. */
export function knownOf({ setup, evidence, tour }: Tenant, replaced: string | null = null): Known {
  const { said, rejected, leastPrivilege, waivers } = setup;
  const seen = [...evidence].filter(([key]) => key !== replaced).map(([, screen]) => screen);
  const before = replaced === null ? undefined : evidence.get(replaced);
  return {
    evidence: seen,
    before: before ? [before] : [],
    said,
    rejected,
    leastPrivilege,
    waivers: inForce(waivers, dayOf(new Date())),
    tour: tour.on ? { at: tour.at, ticked: tour.ticked, done: tour.done } : null,
  };
}
