import type { Record as HaloRecord, RecordKind, ScreenId } from "../../dist/wasm/preflight.js";
import map from "../../src/vocabulary/screens.json";

/** A screen's entry in the core's map. */
interface Entry {
  id: string;
  record?: string;
  path?: string;
}

const RECORDS: { [kind in RecordKind]?: { path: string; parameter: string } } = map.records;

const ENTRIES = new Map(map.screens.map((entry: Entry) => [entry.id as ScreenId, entry]));

/** Every screen, in the order in which an admin sets an integration up. */
export const SCREENS: readonly ScreenId[] = [...ENTRIES.keys()];

/** The kind of record that a screen shows. */
export function kindOf(screen: ScreenId): RecordKind {
  return (ENTRIES.get(screen)?.record as RecordKind | undefined) ?? "tenant";
}

/** Where a screen is opened: of this record, or in the list of such records. */
export function pathOf(screen: ScreenId, record: HaloRecord | null): string {
  const { path = "/config" } = ENTRIES.get(screen) ?? {};
  return recordPath(kindOf(screen), record) ?? path;
}

/** Where a record is opened, or the list of such records; undefined for the tenant's own screens. */
export function recordPath(kind: RecordKind, record: HaloRecord | null): string | undefined {
  const list = RECORDS[kind];
  if (!list || !record?.id) return list?.path;
  return `${list.path}?${list.parameter}=${encodeURIComponent(record.id)}`;
}

/** The kind of record that the page at an address lists. */
export function listAt(url: string): RecordKind | null {
  const path = new URL(url).pathname.toLowerCase().replace(/\/+$/, "");
  const [kind] = Object.entries(RECORDS).find(([, list]) => list.path === path) ?? [];
  return (kind as RecordKind | undefined) ?? null;
}

/** The name of a record as it is shown. */
export function nameOf(record: HaloRecord | null): string | null {
  return record?.name ?? record?.id ?? null;
}

/**
 * The integrations' own records, where this one is known to be none of them; else nothing. As long as one of them is not
 * known (null), it may be that one.
 */
export function ownInsteadOf(record: HaloRecord, own: (HaloRecord | null)[]): HaloRecord[] {
  return own.every((other) => other !== null && isOther(record, other)) ? own.filter((other) => other !== null) : [];
}

/** Known to be another record. */
function isOther(a: HaloRecord, b: HaloRecord): boolean {
  if (a.kind !== b.kind) return false;
  if (a.id !== null && b.id !== null) return a.id !== b.id;
  return a.name !== null && b.name !== null && a.name !== b.name;
}
