import { type MouseEvent, useRef } from "react";
import ReactTable, { type Column, type RowInfo } from "react-table";
import type { Tenant } from "../tenants/model";
import { say } from "../words";
import type { Named, RecordKind } from "./kind";

const ROWS_PER_PAGE = 50;

/** A row opens only on a whole press and release on it: `click` alone, as a script makes it, does nothing. */
function useWholeClick(open: (row: string) => void) {
  const pressed = useRef<string | null>(null);
  const released = useRef<string | null>(null);
  return (row: string) => ({
    onMouseDown: (event: MouseEvent) => {
      pressed.current = event.button === 0 ? row : null;
    },
    onMouseUp: () => {
      released.current = pressed.current;
      pressed.current = null;
    },
    onClick: () => {
      if (released.current === row) open(row);
      released.current = null;
    },
  });
}

interface RecordListProps<T extends Named> {
  kind: RecordKind<T>;
  tenant: Tenant;
  /** The record on show beside the list; the list is narrow then. */
  openId: string | null;
  onOpen(id: string): void;
}

/** The list of a kind of record. */
export function RecordList<T extends Named>({ kind, tenant, openId, onOpen }: RecordListProps<T>) {
  const wholeClick = useWholeClick(onOpen);
  const shown = openId === null ? kind.columns : kind.columns.slice(0, 1);
  const columns: Column<T>[] = shown.map(({ header, text }) => ({
    id: header,
    Header: say(header),
    accessor: (record) => text(record, tenant),
  }));
  const rowProps = (_: unknown, row?: RowInfo) => {
    if (!row) return {};
    const record: T = row.original;
    return {
      id: String(kind.rowNumber(record)).padStart(7, "0"),
      className: record.id === openId ? "-open" : "",
      ...wholeClick(record.id),
    };
  };
  return (
    <ReactTable
      className="main-table"
      data={[...kind.list(tenant)]}
      columns={columns}
      filterable
      defaultPageSize={ROWS_PER_PAGE}
      minRows={0}
      pageSizeOptions={[ROWS_PER_PAGE]}
      getTrGroupProps={rowProps}
    />
  );
}
