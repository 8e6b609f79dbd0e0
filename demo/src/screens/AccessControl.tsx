import { FormTable } from "../fields/FormTable";
import type { AccessRow } from "../tenants/model";
import { say } from "../words";

/** Who may change a record: a window over it, for reading only in this demo. */
export function AccessControl({ rows, onClose }: { rows: readonly AccessRow[]; onClose(): void }) {
  return (
    <div className="modal-window">
      <div className="details-group-header title">{say("Access Control")}</div>
      <FormTable
        rows={rows}
        columns={[
          { header: "Type", cell: ({ type }) => say(type) },
          { header: "Name", cell: ({ name }) => name },
          { header: "Access Level", cell: ({ level }) => say(level) },
        ]}
      />
      <div className="panel-buttons">
        <button type="button" className="nhd-button curve" onClick={onClose}>
          {say("Close")}
        </button>
      </div>
    </div>
  );
}
