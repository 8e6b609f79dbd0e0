import { NO_SETUP } from "../domain/setup.js";
import type { StoredTenant } from "../protocol/settings.js";
import { forgetLoaded } from "./core.js";
import { choiceOf, EVERYTHING, overtake } from "./epochs.js";
import { clearEvidence, evictedOf, forgetRead, readAllEvidence } from "./evidence.js";
import { namedHosts, removeHost } from "./hosts.js";
import { offers } from "./profiles.js";
import { forgetSetup, readSetups } from "./setups.js";
import { local, session } from "./storage-area.js";
import { forgetTour } from "./tours.js";

/** What is stored of each tenant. */
export async function storedTenants(): Promise<StoredTenant[]> {
  const [setups, evidence, vendors] = await Promise.all([readSetups(), readAllEvidence(), offers()]);
  const tenants = [...new Set([...Object.keys(setups), ...evidence.keys()])].sort();
  const evicted = await Promise.all(tenants.map(evictedOf));
  return tenants.map((tenant, at) => {
    const setup = setups[tenant] ?? NO_SETUP;
    return {
      tenant,
      vendors: setup.vendors.map(({ profile }) => vendors.find(({ id }) => id === profile)?.name ?? profile),
      waivers: setup.waivers.length,
      records: setup.said.length,
      rejected: setup.rejected.length,
      evicted: evicted[at] ?? 0,
      sightings: (evidence.get(tenant) ?? []).flatMap(({ screen: { id, record, mode, seen }, kept }) =>
        id === null ? [] : [{ screen: id, record, mode, seen: seen ?? null, kept }],
      ),
    };
  });
}

/** Forgets everything of a tenant. */
export async function forgetTenant(tenant: string): Promise<void> {
  overtake(choiceOf(tenant));
  await forgetSetup(tenant);
  await forgetTour(tenant);
  await clearEvidence(tenant);
}

/** Makes Preflight what it was when it was installed, permissions too. */
export async function forgetEverything(): Promise<void> {
  for (const { host } of await namedHosts()) await removeHost(host);
  overtake(EVERYTHING);
  forgetRead(null);
  forgetLoaded();
  await Promise.all([local.clear(), session.clear()]);
  // What was begun while all was deleted may have read some of it before.
  overtake(EVERYTHING);
  forgetRead(null);
}
