import { BoxField, ChoiceField, TextField, textChoices } from "../fields/fields";
import { Group } from "../fields/Group";
import type { ScreenProps } from "../records/kind";
import type { TicketType } from "../tenants/model";
import { choices } from "../vocabulary";
import { say } from "../words";

/** Ticket type › Details. */
export function TicketTypeDetails({ record, change }: Pick<ScreenProps<TicketType>, "record" | "change">) {
  return (
    <>
      <Group title={say("Ticket Type Details")}>
        <TextField
          name="name"
          label={say("Ticket Type Name")}
          mandatory
          value={record.name}
          onChange={(name) => change({ name })}
        />
        <ChoiceField
          name="itilrequesttype"
          label={say("ITIL Ticket Type")}
          value={record.itilType}
          options={textChoices(choices("ticket_type", "ITIL Ticket Type"))}
          onChange={(itilType) => change({ itilType })}
        />
        <ChoiceField
          name="use"
          label={say("Use")}
          value={record.use}
          options={textChoices(choices("ticket_type", "Use"))}
          onChange={(use) => change({ use })}
        />
        <ChoiceField
          name="project_type"
          label={say("Project Hierarchy")}
          value={record.projectHierarchy}
          options={textChoices(choices("ticket_type", "Project Hierarchy"))}
          onChange={(projectHierarchy) => change({ projectHierarchy })}
        />
      </Group>
      <Group title={say("Visibility")}>
        <BoxField
          name="visible"
          label={say("Visible in List for Agents")}
          value={record.isVisible}
          onChange={(isVisible) => change({ isVisible })}
        />
        <BoxField
          name="agentscanselect"
          label={say("Agents can log new Tickets with this Ticket Type")}
          value={record.agentsCanLog}
          onChange={(agentsCanLog) => change({ agentsCanLog })}
        />
        <BoxField
          name="enduserscanlog"
          label={say("End-Users can log new Tickets with this Ticket Type")}
          value={record.endUsersCanLog}
          onChange={(endUsersCanLog) => change({ endUsersCanLog })}
        />
      </Group>
    </>
  );
}
