import type { Record as HaloRecord, Link, RecordKind, ScreenId } from "../../dist/wasm/preflight.js";
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

/** Where a screen is opened: at the integration's own record where that is known, else in the list of them. */
export function pathOf(screen: ScreenId, links: Link[]): string {
  const { record: kind, path = "/config" } = ENTRIES.get(screen) ?? {};
  const list = RECORDS[kind as RecordKind];
  if (!list) return path;
  const own = links.filter(({ record }) => record.kind === kind && record.id !== null);
  const id = own.length === 1 ? own[0]?.record.id : null;
  return id ? `${list.path}?${list.parameter}=${encodeURIComponent(id)}` : list.path;
}

/** The name of a record as it is shown. */
export function nameOf(record: HaloRecord | null): string | null {
  return record?.name ?? record?.id ?? null;
}

/**
 * The integration's own records, where this one is known to be none of them; else nothing. `parts` names what records of
 * this kind can be: as long as one of these is open, it may be that one.
 */
export function ownInsteadOf(record: HaloRecord, parts: string[], links: Link[]): HaloRecord[] {
  const own = parts.map((part) => links.find((link) => link.part === part)?.record);
  return own.every((other) => other !== undefined && isOther(record, other)) ? own.filter((other) => !!other) : [];
}

/** Known to be another record. */
function isOther(a: HaloRecord, b: HaloRecord): boolean {
  if (a.kind !== b.kind) return false;
  if (a.id !== null && b.id !== null) return a.id !== b.id;
  return a.name !== null && b.name !== null && a.name !== b.name;
}
