import { domains, no_tenants } from "../../src/vocabulary/hosts.json";

/** Halo's own cloud domains as match patterns; the manifest's are the same. */
export const HOST_PATTERNS = domains.map((domain) => `https://*.${domain}/*`);

/** Hosts that these patterns let in and that are no tenants. */
const NO_TENANTS: ReadonlySet<string> = new Set(no_tenants);

/** Where in Halo an address is. */
export type Place = "elsewhere" | "halo" | "signed-out" | "configuration";

/** Why a text names no host that Preflight could be let on to; each has its words in `_locales` as `host_…`. */
export type HostProblem = "not-an-address" | "not-https" | "known-already" | "no-tenant";

/**
 * Origin of the tenant that an address belongs to; null when it is neither on Halo's domains nor on one of the person's
 * own hosts. Ports are free: a permission is for a host.
 */
export function tenantOf(address: string | undefined, own: readonly string[]): string | null {
  const url = address === undefined ? null : URL.parse(address);
  if (url?.protocol !== "https:") return null;
  const isOwn = own.includes(url.hostname) && !NO_TENANTS.has(url.hostname);
  return isCloud(url.hostname) || isOwn ? url.origin : null;
}

/** Which kind of page an address is. */
export function placeOf(address: string | undefined, own: readonly string[]): Place {
  if (address === undefined || tenantOf(address, own) === null) return "elsewhere";
  const { pathname } = new URL(address);
  if (isConfiguration(pathname)) return "configuration";
  return /^\/(auth|login|signin)(\/|$)/i.test(pathname) ? "signed-out" : "halo";
}

/** True for the routes under which Halo keeps its configuration screens. */
export function isConfiguration(pathname: string): boolean {
  return /^\/config(\/|$)/i.test(pathname);
}

/** Reads the host out of what a person typed or pasted: a bare name, or any address on it. */
export function readHost(text: string): { host: string } | { problem: HostProblem } {
  const trimmed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url) return { problem: "not-an-address" };
  if (url.protocol !== "https:") return { problem: "not-https" };
  if (isCloud(url.hostname)) return { problem: "known-already" };
  if (NO_TENANTS.has(url.hostname)) return { problem: "no-tenant" };
  return isHost(url.hostname) ? { host: url.hostname } : { problem: "not-an-address" };
}

/** The host of a page that could be a Halo of the person's own; null where there can be none. */
export function strangerOf(address: string | undefined, own: readonly string[]): string | null {
  if (address === undefined || !address.startsWith("https://") || tenantOf(address, own) !== null) return null;
  const read = readHost(address);
  return "host" in read ? read.host : null;
}

/** True for one host's name: no port, no wildcard. */
export function isHost(value: unknown): value is string {
  return typeof value === "string" && value.length <= 253 && /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(value);
}

/** True for the origin of a page that can be a tenant's; whether Preflight may look at it is for the browser to say. */
export function isOrigin(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("https://") && URL.parse(value)?.origin === value;
}

/** One host as the browser's permissions name it. */
export function patternOf(host: string): string {
  return `https://${host}/*`;
}

function isCloud(hostname: string): boolean {
  return !NO_TENANTS.has(hostname) && domains.some((domain) => hostname.endsWith(`.${domain}`));
}
