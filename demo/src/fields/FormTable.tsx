import type { ReactNode } from "react";
import ReactTable from "react-table";
import { say } from "../words";

/** A column of a table that stands in a form; a column of buttons has an empty header. */
export interface FormColumn<T> {
  header: string;
  cell(row: T): ReactNode;
}

/** A table in a form; one without rows says so above an empty row, as react-table does. */
export function FormTable<T>({ rows, columns }: { rows: readonly T[]; columns: readonly FormColumn<T>[] }) {
  return (
    <ReactTable
      className="form-table"
      data={[...rows]}
      columns={columns.map(({ header, cell }) => ({
        id: header || "buttons",
        Header: header && say(header),
        accessor: cell,
      }))}
      noDataText={say("No rows found")}
      pageSize={Math.max(rows.length, 1)}
      showPagination={false}
      sortable={false}
    />
  );
}

/** Takes a row or a chip out of a list. */
export function RemoveButton({ onRemove }: { onRemove(): void }) {
  return (
    <button type="button" className="solidbutton notext" title={say("Remove")} onClick={onRemove}>
      <i className="fa fa-trash-o" />
    </button>
  );
}
