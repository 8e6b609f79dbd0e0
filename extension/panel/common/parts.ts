import type { Record as HaloRecord, Link, ProfileInfo, RecordKind } from "../../../dist/wasm/preflight.js";
import { word } from "../../platform/words.js";

/** A record that an integration has: whose it is, what it plays there, and what kind of record it can be. */
export interface Part {
  profile: string;
  id: string;
  name: string;
  kind: RecordKind;
}

const COMMON: readonly RecordKind[] = ["role", "agent", "application"];

/** The parts of a vendor's integration. */
export function partsOf({ id: profile, records }: ProfileInfo): Part[] {
  const common = COMMON.map((kind) => ({ profile, id: kind, name: word(`part_${kind}`), kind }));
  const own = records.map(({ id, name, kind }) => ({ profile, id, name, kind }));
  return [...common, ...own];
}

/** The record that plays a part, said or guessed; null where it is not known. */
export function recordOf({ profile, id }: Part, links: Link[]): HaloRecord | null {
  return links.find((link) => link.profile === profile && link.part === id)?.record ?? null;
}

/** All records that play a part; null alone where none is known. */
function recordsOf({ profile, id }: Part, links: Link[]): (HaloRecord | null)[] {
  const own = links.filter((link) => link.profile === profile && link.part === id).map(({ record }) => record);
  return own.length > 0 ? own : [null];
}

/**
 * The records of a kind that belong to these vendors' integrations, each once; null among them where one is not known:
 * it is in the list of such records.
 */
export function ownRecords(kind: RecordKind, profiles: ProfileInfo[], links: Link[]): (HaloRecord | null)[] {
  const own = profiles.flatMap((profile) => {
    const parts = partsOf(profile).filter((part) => part.kind === kind);
    return parts.length > 0 ? parts.flatMap((part) => recordsOf(part, links)) : [null];
  });
  return [...new Map(own.map((record) => [record?.id ?? record?.name, record])).values()];
}
