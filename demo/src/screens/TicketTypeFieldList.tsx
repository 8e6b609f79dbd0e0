import { AddPanel } from "../fields/AddPanel";
import { useEditing } from "../fields/FieldRow";
import { FormTable, RemoveButton } from "../fields/FormTable";
import { Group } from "../fields/Group";
import { options } from "../options";
import { TICKET_FIELDS } from "../tenants/ticket-types";
import { say } from "../words";

interface FieldListProps {
  fields: readonly string[];
  onChange(fields: string[]): void;
}

interface FieldsProps {
  fields: readonly string[];
  onRemove(field: string): void;
}

function FieldTable({ fields, onRemove }: FieldsProps) {
  const editing = useEditing();
  return (
    <FormTable
      rows={fields}
      columns={[
        { header: "Field", cell: (field) => say(field) },
        { header: "Sequence", cell: (field) => fields.indexOf(field) + 1 },
        { header: "", cell: (field) => editing && <RemoveButton onRemove={() => onRemove(field)} /> },
      ]}
    />
  );
}

/** Halo's guides speak of chips; their class names are not published, so these are the likely ones. */
function FieldChips({ fields, onRemove }: FieldsProps) {
  if (!useEditing()) {
    return (
      <div className="field-chips">
        {fields.map((field) => (
          <span key={field} className="field-chip">
            {say(field)}
          </span>
        ))}
      </div>
    );
  }
  return (
    <div className="field-chips">
      {fields.map((field) => (
        <div key={field} className="Select__multi-value">
          <div className="Select__multi-value__label">{say(field)}</div>
          <button
            type="button"
            className="Select__multi-value__remove"
            title={say("Remove")}
            onClick={() => onRemove(field)}
          >
            <i className="fa fa-times" />
          </button>
        </div>
      ))}
    </div>
  );
}

/** Ticket type › Field List: the fields that its tickets show. */
export function TicketTypeFieldList({ fields, onChange }: FieldListProps) {
  const remove = (field: string) => onChange(fields.filter((other) => other !== field));
  const Fields = options.fieldlist === "table" ? FieldTable : FieldChips;
  return (
    <Group title={say("Field List")}>
      <Fields fields={fields} onRemove={remove} />
      {useEditing() && (
        <AddPanel
          label="Field"
          options={TICKET_FIELDS.filter((field) => !fields.includes(field))}
          onAdd={(field) => onChange([...fields, field])}
        />
      )}
    </Group>
  );
}
