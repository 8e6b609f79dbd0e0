import type { Finding, ProfileInfo, Sighting } from "../../dist/wasm/preflight.js";
import { isHost, isOrigin } from "../domain/hosts.js";
import { isId } from "../domain/link.js";
import type { Policy } from "../domain/policy.js";
import { MAX_PROFILE } from "./limits.js";
import type { Offer } from "./state.js";

/** From the settings to the background; the panel may ask these too. */
export type FromSettings =
  | { kind: "settings-state" }
  | { kind: "add-host"; host: string }
  | { kind: "remove-host"; host: string }
  | { kind: "inspect-profile"; text: string }
  | { kind: "add-profile"; text: string }
  | { kind: "remove-profile"; profile: string }
  | { kind: "profile-text"; profile: string }
  | { kind: "forget-tenant"; tenant: string }
  | { kind: "forget-everything" }
  | { kind: "set-language"; language: string | null };

/** A host besides Halo's own domains that a person named. */
export interface OwnHost {
  host: string;
  /** False when the permission was taken back in the browser's own pages. */
  permitted: boolean;
}

/** A profile that a person brought. */
export interface OwnProfile {
  id: string;
  name: string;
  version: string;
  summary: string;
  /** Words besides the name by which people look for it; a profile stored by an older version has none. */
  keywords?: string[];
  /** Brought by the browser's administrator: it cannot be removed. */
  managed: boolean;
}

/** What is inside of a profile. */
export interface Inside {
  profile: ProfileInfo;
  /** One for each requirement, on nothing seen. */
  findings: Finding[];
  /** Version of the own profile that has this id already; null where there is none. */
  replaces: string | null;
}

/** A screen that was seen, and whether that outlasts the browser. */
export interface KeptSighting extends Sighting {
  kept: boolean;
}

/** What is stored of one tenant. */
export interface StoredTenant {
  /** Its origin. */
  tenant: string;
  /** Names of the chosen vendors. */
  vendors: string[];
  /** How many findings are waived. */
  waivers: number;
  /** How many records were said to belong to the integration. */
  records: number;
  /** How many records were said not to belong to it. */
  rejected: number;
  /** How many readings had to give way because the browser's storage was full. */
  evicted: number;
  /** Oldest first. */
  sightings: KeptSighting[];
}

/** Everything that the settings show. */
export interface SettingsState {
  hosts: OwnHost[];
  /** Packaged profiles and own ones. */
  offers: Offer[];
  own: OwnProfile[];
  tenants: StoredTenant[];
  /** Of how many open tabs something is noted. */
  tabs: number;
  /** The chosen language; null: the browser's. */
  language: string | null;
  /** What the browser's administrator set. */
  policy: Policy;
}

/** Checks a message of the settings. */
export function isFromSettings(value: unknown): value is FromSettings {
  if (typeof value !== "object" || value === null) return false;
  const { kind, host, text, profile, tenant, language } = value as Record<string, unknown>;
  switch (kind) {
    case "settings-state":
    case "forget-everything":
      return true;
    case "forget-tenant":
      return isOrigin(tenant);
    case "set-language":
      return language === null || isLanguage(language);
    case "add-host":
    case "remove-host":
      return isHost(host);
    case "inspect-profile":
    case "add-profile":
      return typeof text === "string" && text.length <= MAX_PROFILE;
    case "remove-profile":
    case "profile-text":
      return isId(profile);
    default:
      return false;
  }
}

/** True for what can be the name of a folder of `_locales`; whether there is one is for its file to say. */
export function isLanguage(value: unknown): value is string {
  return typeof value === "string" && /^[a-zA-Z]{2,3}(_[a-zA-Z0-9]{2,4})?$/.test(value);
}
