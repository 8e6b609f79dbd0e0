import type { ProfileInfo, RecordKind } from "../../dist/wasm/preflight.js";
import { word } from "../shared/words.js";

/** A record that an integration has: what it plays there, and what kind of record it can be. */
export interface Part {
  id: string;
  name: string;
  kind: RecordKind;
}

const COMMON: readonly RecordKind[] = ["role", "agent", "application"];

/** The parts of the vendors' integrations. The records that a profile names are ticket types. */
export function partsOf(profiles: ProfileInfo[]): Part[] {
  const common = COMMON.map((kind) => ({ id: kind, name: word(`part_${kind}`), kind }));
  const own = profiles.flatMap(({ records }) =>
    records.map(({ id, name }) => ({ id, name, kind: "ticket-type" as const })),
  );
  return [...common, ...own];
}
