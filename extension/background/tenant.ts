import type { Edited, Known, Preflight, Sightings } from "../../dist/wasm/preflight.js";
import { dayOf, type Setup } from "../domain/setup.js";
import type { TourState } from "../domain/tour.js";
import { preflightFor } from "./core.js";
import { readEvidence } from "./evidence.js";
import { withProposed } from "./links.js";
import { readCurrentSetup } from "./setups.js";
import { readTour } from "./tours.js";

/** A tenant with at least one vendor chosen, as a tab sees it. */
export interface Tenant {
  /** What was said of it; the vendors are those of the tab, with what a link proposes. */
  setup: Setup;
  core: Preflight;
  sightings: Sightings;
  tour: TourState;
}

/** All that is needed to judge a tenant's pages; null where no vendor is chosen. */
export async function openTenant(tenant: string, tab: number): Promise<Tenant | null> {
  const setup = await readCurrentSetup(tenant);
  if (setup.vendors.length === 0) return null;
  const vendors = await withProposed(setup.vendors, tab, tenant);
  const [core, sightings, tour] = await Promise.all([preflightFor(vendors), readEvidence(tenant), readTour(tenant)]);
  return { setup: { ...setup, vendors }, core, sightings, tour };
}

/** What is known of a tenant besides what was seen of it, as the core takes it. */
export function knownOf({ setup, tour }: Tenant): Known {
  const { said, rejected, leastPrivilege, waivers } = setup;
  return {
    said,
    rejected,
    leastPrivilege,
    waivers,
    today: dayOf(new Date()),
    tour: tour.on ? { at: tour.at, ticked: tour.ticked, done: tour.done } : null,
  };
}

/** A tenant as a tab's panel shows it. */
export interface Subject {
  tenant: Tenant;
  known: Known;
  /** What is being edited in that tab. */
  edited: Edited | null;
  /** The tab's address. */
  url: string;
}
