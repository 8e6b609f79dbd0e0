import { createContext, type ReactNode, useContext } from "react";
import { options } from "../options";

const EditingContext = createContext(false);

/** Says to the fields below whether they show values or controls. */
export const EditingProvider = EditingContext.Provider;

/** Whether the field stands in a form that is being edited. */
export function useEditing(): boolean {
  return useContext(EditingContext);
}

/** What every field has; `label` and `help` are in the tenant's words already. */
export interface FieldProps {
  /** Halo's API name of the field; it stands after `input-field-for-`. */
  name: string;
  label: string;
  mandatory?: boolean | undefined;
  help?: string | undefined;
}

/** The id that a field's label points to; in read mode nothing bears it. */
export function inputId(name: string): string {
  return `input-field-for-${name}`;
}

/** A badge like the ones that other people's extensions put into Halo's labels. */
function ForeignBadge() {
  return <span className="cfid-badge">CF_123</span>;
}

function Label({ name, label, mandatory }: FieldProps) {
  return (
    <label htmlFor={options.rows === "nofor" ? undefined : inputId(name)}>
      {label}
      {mandatory && <span className="asterisk"> *</span>}
      {options.badge === "yes" && <ForeignBadge />}
    </label>
  );
}

/** A label with its value or control, in the markup of the tenant's build of Halo. */
export function FieldRow({ children, ...field }: FieldProps & { children: ReactNode }) {
  const editing = useEditing();
  const help = editing && field.help && <div className="field-help">{field.help}</div>;
  if (options.rows === "columns") {
    return (
      <div className="row">
        <div className="col-md-6">
          <Label {...field} />
        </div>
        <div className="col-md-6">
          {children}
          {help}
        </div>
      </div>
    );
  }
  return (
    <div className="row">
      <div className="col-md-12 inline nopad">
        <Label {...field} />
        {children}
        {help}
      </div>
    </div>
  );
}

/** A value that is read, not edited. */
export function ReadValue({ text, editable = true }: { text: string; editable?: boolean }) {
  const title = options.rows === "untitled" ? undefined : text;
  return (
    <div className={editable ? "read-value" : "noedit-value"} title={title}>
      {text}
    </div>
  );
}
