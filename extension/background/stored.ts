import { api } from "../shared/api.js";
import type { StoredTenant } from "../shared/settings.js";
import { NO_SETUP } from "../shared/setup.js";
import { forgetLoaded } from "./core.js";
import { clearEvidence, forgetRead, readAllEvidence } from "./evidence.js";
import { namedHosts, removeHost } from "./hosts.js";
import { offers } from "./profiles.js";
import { forgetSetup, readSetups } from "./setups.js";
import { forgetTour } from "./tours.js";

/** What is stored of each tenant. */
export async function storedTenants(): Promise<StoredTenant[]> {
  const [setups, evidence, vendors] = await Promise.all([readSetups(), readAllEvidence(), offers()]);
  const tenants = [...new Set([...Object.keys(setups), ...evidence.keys()])].sort();
  return tenants.map((tenant) => {
    const setup = setups[tenant] ?? NO_SETUP;
    return {
      tenant,
      vendors: setup.vendors.map(({ profile }) => vendors.find(({ id }) => id === profile)?.name ?? profile),
      waivers: setup.waivers.length,
      records: setup.said.length,
      sightings: (evidence.get(tenant) ?? []).flatMap(({ screen: { id, record, mode, seen }, kept }) =>
        id === null ? [] : [{ screen: id, record, mode, seen: seen ?? null, kept }],
      ),
    };
  });
}

/** Forgets everything of a tenant. */
export async function forgetTenant(tenant: string): Promise<void> {
  await forgetSetup(tenant);
  await forgetTour(tenant);
  await clearEvidence(tenant);
}

/** Makes Preflight what it was when it was installed, permissions too. */
export async function forgetEverything(): Promise<void> {
  for (const { host } of await namedHosts()) await removeHost(host);
  await api.storage.local.clear();
  await api.storage.session.clear();
  forgetRead();
  forgetLoaded();
}
