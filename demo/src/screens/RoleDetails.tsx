import { MultiField, NotesField, recordChoices, TextField } from "../fields/fields";
import { Group } from "../fields/Group";
import type { RoleDraft, ScreenProps } from "../records/kind";
import { say } from "../words";

/** Role › Details. */
export function RoleDetails({ record, tenant, change }: ScreenProps<RoleDraft>) {
  return (
    <Group title={say("Role Details")}>
      <TextField
        name="name"
        label={say("Role Name")}
        mandatory
        value={record.name}
        onChange={(name) => change({ name })}
      />
      <NotesField name="notes" label={say("Notes")} value={record.notes} onChange={(notes) => change({ notes })} />
      <MultiField
        name="agents"
        label={say("Agents that have this Role")}
        values={record.agents}
        options={recordChoices(tenant.agents)}
        onChange={(agents) => change({ agents })}
      />
    </Group>
  );
}
