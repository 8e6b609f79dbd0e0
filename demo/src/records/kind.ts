import type { ReactNode } from "react";
import type { Role, Tenant } from "../tenants/model";

/** What every record has. */
export interface Named {
  id: string;
  name: string;
}

/** A role with the agents that have it; Halo stores these on the agents. */
export interface RoleDraft extends Role {
  agents: readonly string[];
}

/** What a tab of a record gets. */
export interface ScreenProps<T> {
  record: T;
  tenant: Tenant;
  change(patch: Partial<T>): void;
}

/** A tab of a record; one without a screen is beyond this demo. */
export interface RecordTab<T> {
  name: string;
  screen?(props: ScreenProps<T>): ReactNode;
}

/** A column of the list. */
export interface RecordColumn<T> {
  header: string;
  text(record: T, tenant: Tenant): string;
}

/** A window over the record that a button of its toolbar opens. */
export interface RecordWindow<T> {
  name: string;
  icon: string;
  content(record: T, close: () => void): ReactNode;
}

/** A kind of record: its list, its tabs and where it lives. */
export interface RecordKind<T extends Named> {
  /** The list's heading. */
  title: string;
  /** The configuration section above it. */
  section: string;
  path: string;
  /** The address's parameter that names the open record. */
  parameter: string;
  /** Whether the address of a new record is the one with the id -1; if not, a new one has no address until it is saved. */
  newHasAddress: boolean;
  columns: readonly RecordColumn<T>[];
  tabs: readonly RecordTab<T>[];
  window?: RecordWindow<T>;
  list(tenant: Tenant): readonly T[];
  /** The row's id in the list, before padding. */
  rowNumber(record: T): number;
  /** A record that was not saved yet. */
  blank(tenant: Tenant): T;
  /** The tenant with the record in it, as it was or for the first time. */
  put(tenant: Tenant, record: T): Tenant;
}

/** The id of a record that was not saved yet. */
export const NEW_ID = "-1";

/** The highest id of records whose ids are numbers. */
export function highestId(records: readonly Named[]): number {
  return Math.max(...records.map(({ id }) => Number(id)));
}

/** The records with `record` in its place, or at the end. */
export function replaced<T extends Named>(records: readonly T[], record: T): readonly T[] {
  return records.some(({ id }) => id === record.id)
    ? records.map((other) => (other.id === record.id ? record : other))
    : [...records, record];
}
