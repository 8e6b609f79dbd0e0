import { AddPanel } from "../fields/AddPanel";
import { useEditing } from "../fields/FieldRow";
import { FormTable, RemoveButton } from "../fields/FormTable";
import { ChoiceField, Choices, textChoices } from "../fields/fields";
import { Group } from "../fields/Group";
import type { DepartmentRow, Membership, Role } from "../tenants/model";
import { DEPARTMENTS, departmentOf, TEAMS } from "../tenants/named";
import { membershipLevels } from "../vocabulary";
import { say } from "../words";

/** A row with the role that gives it; own rows have none. */
type Inheritable<T> = T & { role?: string };

interface DepartmentsTeamsProps {
  record: Membership;
  /** The roles of an agent: it gets their rows too, and cannot edit them. */
  roles?: readonly Role[];
  change(patch: Partial<Membership>): void;
}

/** The last cell of a row: where an inherited one comes from, or the button that removes an own one. */
function Origin({ role, onRemove }: { role: string | undefined; onRemove(): void }) {
  const editing = useEditing();
  if (role !== undefined) return <span title={role}>{say("Inherited from Role")}</span>;
  return editing ? <RemoveButton onRemove={onRemove} /> : null;
}

function Level({ row, onChange }: { row: Inheritable<DepartmentRow>; onChange(level: string): void }) {
  if (!useEditing() || row.role !== undefined) return <>{say(row.level)}</>;
  return <Choices value={row.level} options={textChoices(membershipLevels())} onChange={onChange} />;
}

function Departments({ record, roles = [], change }: DepartmentsTeamsProps) {
  const { departments } = record;
  const inherited = roles.flatMap(({ name, departments }) => departments.map((row) => ({ ...row, role: name })));
  const rows: Inheritable<DepartmentRow>[] = [...departments, ...inherited];
  const set = (row: DepartmentRow, level: string) =>
    change({ departments: departments.map((own) => (own === row ? { ...own, level } : own)) });
  return (
    <Group title={say("Departments")}>
      <ChoiceField
        name="alldepartments"
        label={say("Membership level to all Departments")}
        value={record.allDepartments}
        options={textChoices(["View all", "Modify all"])}
        onChange={(allDepartments) => change({ allDepartments })}
      />
      <FormTable
        rows={rows}
        columns={[
          { header: "Department", cell: ({ department }) => department },
          { header: "Membership level", cell: (row) => <Level row={row} onChange={(level) => set(row, level)} /> },
          {
            header: "",
            cell: (row) => (
              <Origin
                role={row.role}
                onRemove={() => change({ departments: departments.filter((own) => own !== row) })}
              />
            ),
          },
        ]}
      />
      {useEditing() && (
        <AddPanel
          label="Department"
          options={DEPARTMENTS.filter((name) => !departments.some(({ department }) => department === name))}
          onAdd={(department) => change({ departments: [...departments, { department, level: "Basic Member" }] })}
        />
      )}
    </Group>
  );
}

function Teams({ record, roles = [], change }: DepartmentsTeamsProps) {
  const { teams } = record;
  const inherited = roles.flatMap(({ name, teams }) => teams.map((team) => ({ team, role: name })));
  const rows: Inheritable<{ team: string }>[] = [...teams.map((team) => ({ team })), ...inherited];
  return (
    <Group title={say("Teams")}>
      <FormTable
        rows={rows}
        columns={[
          { header: "Team", cell: ({ team }) => team },
          { header: "Department", cell: ({ team }) => departmentOf(team) },
          {
            header: "",
            cell: ({ team, role }) => (
              <Origin role={role} onRemove={() => change({ teams: teams.filter((own) => own !== team) })} />
            ),
          },
        ]}
      />
      {useEditing() && (
        <AddPanel
          label="Team"
          options={TEAMS.filter((team) => !teams.includes(team))}
          onAdd={(team) => change({ teams: [...teams, team] })}
        />
      )}
    </Group>
  );
}

/** The Departments & Teams tab of an agent and of a role. */
export function DepartmentsTeams(props: DepartmentsTeamsProps) {
  return (
    <>
      <Departments {...props} />
      <Teams {...props} />
    </>
  );
}
