import { FieldRow, ReadValue, useEditing } from "../fields/FieldRow";
import { ChoiceField, textChoices } from "../fields/fields";
import { Group } from "../fields/Group";
import { Lazy } from "../fields/Lazy";
import type { Permissions as PermissionValues } from "../tenants/model";
import { type Permission, type PermissionSection, permissionSections } from "../vocabulary";
import { say, sayPermission } from "../words";

/** Rows that the Halo of this demo shows, but does not let anybody edit. */
const NOT_EDITABLE = new Set(["Suppliers Access Level", "Supplier Contracts Access Level"]);

const HELP: Record<string, string> = {
  "CRM Access Level":
    "Includes access to notes tab on Halo entities. Used in conjunction with the access level of the entity you are on.",
  "Is a HaloPSA Administrator": "An administrator can see and change everything, whatever the settings below say.",
  "Timesheets Access Level": "Managed means the timesheets of the agents who report to this agent.",
};

/** Read mode has no text for this row's highest value and shows the number that is stored. */
function readText({ label }: Permission, value: string): string | undefined {
  return label === "Billing Details Access Level" && value === "Read and Modify" ? "3" : undefined;
}

interface PermissionProps {
  permission: Permission;
  value: string;
  onChange(value: string): void;
}

function PermissionRow({ permission, value, onChange }: PermissionProps) {
  const { name, label } = permission;
  const editing = useEditing();
  const field = { name, label: sayPermission(label), help: HELP[label] && say(HELP[label]) };
  if (NOT_EDITABLE.has(label)) {
    return (
      <FieldRow {...field}>
        <ReadValue text={value ? sayPermission(value) : say(editing ? "Select..." : "Not set")} editable={false} />
      </FieldRow>
    );
  }
  return (
    <ChoiceField
      {...field}
      value={value}
      options={textChoices(permission.options, sayPermission)}
      readText={readText(permission, value)}
      onChange={onChange}
    />
  );
}

/** A restriction's list of single objects; the demo tenant restricts none. */
function EmptyRestriction() {
  if (!useEditing()) return <div className="row restriction-list" />;
  return (
    <div className="row restriction-list">
      <button type="button" className="nhd-button curve">
        <i className="fa fa-plus" /> {say("Add")}
      </button>
    </div>
  );
}

interface SectionProps {
  section: PermissionSection;
  values: PermissionValues;
  onChange(label: string, value: string): void;
}

function Section({ section, values, onChange }: SectionProps) {
  const { name, permissions } = section;
  return (
    <Group title={sayPermission(name)}>
      {permissions.map((permission) => (
        <PermissionRow
          key={permission.label}
          permission={permission}
          value={values[permission.label] ?? ""}
          onChange={(value) => onChange(permission.label, value)}
        />
      ))}
      {permissions.length === 0 && <EmptyRestriction />}
    </Group>
  );
}

/** The Permissions tab of an agent and of a role: the same 113 rows. */
export function Permissions({
  values,
  onChange,
}: {
  values: PermissionValues;
  onChange(values: PermissionValues): void;
}) {
  return (
    <>
      {permissionSections.map((section) => (
        <Lazy key={section.name} rows={section.permissions.length}>
          <Section
            section={section}
            values={values}
            onChange={(label, value) => onChange({ ...values, [label]: value })}
          />
        </Lazy>
      ))}
    </>
  );
}
