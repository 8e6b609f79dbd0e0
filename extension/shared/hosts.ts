/** Halo's own cloud domains; the manifest's host patterns are the same four. */
const DOMAINS = ["halopsa.com", "haloitsm.com", "haloservicedesk.com", "halocrm.com"];

/** The same as match patterns, for asking what the browser permits. */
export const HOST_PATTERNS = DOMAINS.map((domain) => `https://*.${domain}/*`);

/** Where in Halo an address is. */
export type Place = "elsewhere" | "halo" | "signed-out" | "configuration";

/** Origin of the tenant that an address belongs to; null when it is none of Halo's hosts. */
export function tenantOf(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  if (url?.protocol !== "https:") return null;
  return DOMAINS.some((domain) => url.hostname.endsWith(`.${domain}`)) ? url.origin : null;
}

/** Which kind of page an address is. */
export function placeOf(address: string | undefined): Place {
  if (address === undefined || tenantOf(address) === null) return "elsewhere";
  const { pathname } = new URL(address);
  if (isConfiguration(pathname)) return "configuration";
  return /^\/(auth|login|signin)(\/|$)/i.test(pathname) ? "signed-out" : "halo";
}

/** True for the routes under which Halo keeps its configuration screens. */
export function isConfiguration(pathname: string): boolean {
  return /^\/config(\/|$)/i.test(pathname);
}
