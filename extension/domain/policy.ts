import { api } from "../platform/api.js";
import { MAX_PROFILE } from "../protocol/limits.js";
import { isLanguage } from "../protocol/settings.js";
import { isOrigin } from "./hosts.js";
import { isId } from "./link.js";

/** What an administrator of the browser set for everybody; `managed-schema.json` describes it. */
export interface Policy {
  /** Vendors of tenants on which nobody has chosen yet. */
  vendors: { tenant: string; vendor: string }[];
  /** Texts of profiles. */
  profiles: string[];
  /** What was seen ends with the browser, whatever a person says. */
  forbidKeeping: boolean;
  /** Spoken where nobody has chosen another one. */
  language: string | null;
}

/** Nothing was set. */
export const NO_POLICY: Policy = { vendors: [], profiles: [], forbidKeeping: false, language: null };

/** What the administrator set. Firefox rejects where there is nothing. */
export async function readPolicy(): Promise<Policy> {
  return policyOf(await api.storage.managed.get(null).catch(() => ({})));
}

/** The parts that fit; only Chrome checks them against the schema. What does not fit does not count. */
export function policyOf(managed: Record<string, unknown>): Policy {
  const { vendors, profiles, forbidKeeping, language } = managed;
  return {
    vendors: listOf(vendors).filter(isVendor),
    profiles: listOf(profiles).filter(isProfileText),
    forbidKeeping: forbidKeeping === true,
    language: isLanguage(language) ? language : null,
  };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isVendor(value: unknown): value is Policy["vendors"][number] {
  if (typeof value !== "object" || value === null) return false;
  const { tenant, vendor } = value as Record<string, unknown>;
  return isOrigin(tenant) && isId(vendor);
}

function isProfileText(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_PROFILE;
}
