import type { Known, Preflight, Screen } from "../../dist/wasm/preflight.js";
import { dayOf, inForce, type Setup } from "../shared/setup.js";
import { preflightFor } from "./core.js";
import { readEvidence } from "./evidence.js";
import { readSetup } from "./setups.js";

/** A tenant with at least one vendor chosen. */
export interface Tenant {
  setup: Setup;
  core: Preflight;
  /** Key → screen, oldest first. */
  evidence: ReadonlyMap<string, Screen>;
}

/** All that is needed to judge a tenant's pages; null where no vendor is chosen. */
export async function openTenant(tenant: string): Promise<Tenant | null> {
  const setup = await readSetup(tenant);
  if (setup.vendors.length === 0) return null;
  return { setup, core: await preflightFor(setup.vendors), evidence: await readEvidence(tenant) };
}

/** What is known of a tenant, as the core takes it; without the screen that a newer reading replaces. */
export function knownOf({ setup, evidence }: Tenant, replaced: string | null = null): Known {
  const { said, leastPrivilege, waivers } = setup;
  const seen = [...evidence].filter(([key]) => key !== replaced).map(([, screen]) => screen);
  return { evidence: seen, said, leastPrivilege, waivers: inForce(waivers, dayOf(new Date())) };
}
