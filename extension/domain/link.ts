import { MAX_LINK_FEATURES, MAX_LINK_FIELD } from "../protocol/limits.js";

/** What a deep link asks for. It comes from outside: it proposes a profile that is offered, and points at a field. */
export interface Link {
  /** Id of a profile; whether there is one is for the background to say. */
  profile: string;
  /** Ids of features; null for the profile's own defaults. */
  features: string[] | null;
  /** Field to point at, in Halo's words. */
  field: string | null;
}

const ID = /^[a-z0-9-]{1,64}$/;

/** Reads `#preflight=moovila&features=a,b&field=read:tickets`; null for every other or malformed fragment. */
export function parseLink(hash: string): Link | null {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const profile = parameters.get("preflight");
  if (profile === null) return null;
  const features = parameters.get("features")?.split(",").filter(Boolean) ?? null;
  const link = { profile, features, field: parameters.get("field") || null };
  return isLink(link) ? link : null;
}

/** Checks a link that arrived in a message. */
export function isLink(value: unknown): value is Link {
  if (typeof value !== "object" || value === null) return false;
  const { profile, features, field } = value as Partial<Record<keyof Link, unknown>>;
  return (
    isId(profile) &&
    (features === null || (Array.isArray(features) && features.length <= MAX_LINK_FEATURES && features.every(isId))) &&
    (field === null || (typeof field === "string" && field.length <= MAX_LINK_FIELD))
  );
}

/** True for something that can be the id of a profile or a feature. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && ID.test(value);
}
