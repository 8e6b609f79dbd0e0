import { HOST_PATTERNS, isHost, patternOf, tenantOf } from "../domain/hosts.js";
import { api } from "../platform/api.js";
import { word } from "../platform/words.js";
import type { OwnHost } from "../protocol/settings.js";
import { tellTab } from "./notify.js";
import { makeQueue } from "./serial-queue.js";
import { local } from "./storage-area.js";

// Hosts besides Halo's own domains. One counts when a person named it here and the browser permits it: the list alone
// gives no access, and a permission for every site, which Firefox offers, makes no tenant of every site.

const SCRIPT = "own-hosts";

let counting: Promise<string[]> | null = null;
const inTurn = makeQueue();

/** The hosts that count; looked up once as long as this worker lives. */
export function ownHosts(): Promise<string[]> {
  counting ??= namedHosts().then((all) => all.flatMap(({ host, permitted }) => (permitted ? [host] : [])));
  return counting;
}

/** Every host that was named, and whether the browser still permits it. */
export async function namedHosts(): Promise<OwnHost[]> {
  const hosts = await readNames();
  return Promise.all(hosts.map(async (host) => ({ host, permitted: await isPermitted(host) })));
}

/** Takes a host in that the browser permits already, and starts in the tabs that are open there. */
export async function addHost(host: string): Promise<void> {
  if (!(await isPermitted(host))) throw new Error(word("host_not_permitted", host));
  await change((hosts) => [...hosts.filter((other) => other !== host), host].sort());
}

/** Takes a host out, and gives the permission back. */
export async function removeHost(host: string): Promise<void> {
  await change((hosts) => hosts.filter((other) => other !== host));
  // Fails for what the manifest or an administrator grants, which is not ours to give back.
  await api.permissions.remove({ origins: [patternOf(host)] }).catch(() => false);
}

/** Brings the browser in line with the hosts that count: at a change of permissions, after an update. */
export function applyHosts(): Promise<void> {
  return inTurn(apply);
}

/** Starts on Halo's own domains in the tabs that were open at an installation or an update; Firefox does so itself. */
export async function startOnOwnDomains(): Promise<void> {
  await startInOpenTabs(HOST_PATTERNS);
}

function change(edit: (hosts: string[]) => string[]): Promise<void> {
  return inTurn(async () => {
    await local.write("hosts", edit(await readNames()));
    await apply();
  });
}

async function apply(): Promise<void> {
  counting = null;
  const matches = (await ownHosts()).map(patternOf);
  const registered = await api.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (registered.length > 0) await api.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (matches.length > 0) {
    await api.scripting.registerContentScripts([{ id: SCRIPT, matches, js: ["content.js"], runAt: "document_start" }]);
  }
  await startInOpenTabs(matches);
}

/** A registered script is for pages to come; pages of tenants that are there get it now, once. */
async function startInOpenTabs(matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  const [tabs, own] = await Promise.all([api.tabs.query({ url: matches, discarded: false }), ownHosts()]);
  // The patterns also let in hosts of Halo's that are no tenants: marketing, documents, sign-in.
  const ofTenants = tabs.filter(({ url }) => tenantOf(url, own) !== null);
  await Promise.all(ofTenants.map(({ id }) => id !== undefined && startIn(id)));
}

async function startIn(tab: number): Promise<void> {
  if ((await tellTab(tab, { kind: "ping" })) !== null) return;
  // A tab that shows an error, or is gone by now, has nothing to read.
  await api.scripting.executeScript({ target: { tabId: tab }, files: ["content.js"] }).catch(() => {});
}

async function readNames(): Promise<string[]> {
  const stored = await local.read<unknown>("hosts");
  return Array.isArray(stored) ? stored.filter(isHost) : [];
}

function isPermitted(host: string): Promise<boolean> {
  return api.permissions.contains({ origins: [patternOf(host)] });
}
