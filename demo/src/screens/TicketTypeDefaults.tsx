import { ChoiceField, textChoices } from "../fields/fields";
import { Group } from "../fields/Group";
import type { ScreenProps } from "../records/kind";
import type { TicketType } from "../tenants/model";
import { TEAMS } from "../tenants/named";
import { say } from "../words";

/** Halo's words for nobody and nothing are known; priorities, SLAs, workflows and statuses are the demo's own. */
const UNASSIGNED = "*Unassigned*";
const NO_WORKFLOW = "*None*";
const PRIORITIES = ["Low", "Medium", "High", "Critical"];
const SLAS = ["Standard SLA", "Premium SLA"];
const WORKFLOWS = [NO_WORKFLOW, "Change Approval"];
const STATUSES = ["New", "In Progress", "On Hold"];

/** Ticket type › Defaults: what a new ticket starts with. */
export function TicketTypeDefaults({ record, tenant, change }: ScreenProps<TicketType>) {
  return (
    <Group title={say("Defaults")}>
      <ChoiceField
        name="default_team"
        label={say("Team")}
        value={record.team}
        options={textChoices(TEAMS)}
        onChange={(team) => change({ team })}
      />
      <ChoiceField
        name="default_agent"
        label={say("Agent")}
        value={record.agent}
        options={textChoices([UNASSIGNED, ...tenant.agents.map(({ name }) => name)])}
        onChange={(agent) => change({ agent })}
      />
      <ChoiceField
        name="default_priority"
        label={say("Priority")}
        value={record.priority}
        options={textChoices(PRIORITIES)}
        onChange={(priority) => change({ priority })}
      />
      <ChoiceField
        name="default_sla"
        label={say("SLA")}
        value={record.sla}
        options={textChoices(SLAS)}
        onChange={(sla) => change({ sla })}
      />
      <ChoiceField
        name="workflow_id"
        label={say("Workflow")}
        value={record.workflow}
        options={textChoices(WORKFLOWS)}
        onChange={(workflow) => change({ workflow })}
      />
      <ChoiceField
        name="initial_status"
        label={say("Initial status")}
        value={record.initialStatus}
        options={textChoices(STATUSES)}
        onChange={(initialStatus) => change({ initialStatus })}
      />
    </Group>
  );
}
