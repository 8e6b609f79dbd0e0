import { AgentDetails } from "../screens/AgentDetails";
import { DepartmentsTeams } from "../screens/DepartmentsTeams";
import { Permissions } from "../screens/Permissions";
import type { Agent } from "../tenants/model";
import { agent } from "../tenants/records";
import { say } from "../words";
import { highestId, NEW_ID, type RecordKind, replaced } from "./kind";

/** Configuration › Teams & Agents › Agents. */
export const agents: RecordKind<Agent> = {
  title: "Agents",
  section: "Teams & Agents",
  path: "/config/agents/agents",
  parameter: "agentid",
  newHasAddress: true,
  columns: [
    { header: "Name", text: ({ name }) => name },
    { header: "Default Team", text: ({ defaultTeam }) => say(defaultTeam) },
    {
      header: "Roles",
      text: ({ roles }, tenant) =>
        tenant.roles
          .filter(({ id }) => roles.includes(id))
          .map(({ name }) => name)
          .join(", "),
    },
  ],
  tabs: [
    { name: "Details", screen: (props) => <AgentDetails {...props} /> },
    { name: "Preferences" },
    {
      name: "Departments & Teams",
      screen: ({ record, tenant, change }) => (
        <DepartmentsTeams
          record={record}
          roles={tenant.roles.filter(({ id }) => record.roles.includes(id))}
          change={change}
        />
      ),
    },
    {
      name: "Permissions",
      screen: ({ record, change }) => (
        <Permissions values={record.permissions} onChange={(permissions) => change({ permissions })} />
      ),
    },
  ],
  list: (tenant) => tenant.agents,
  rowNumber: ({ id }) => Number(id),
  blank: () => agent({ id: NEW_ID, name: "" }),
  put: (tenant, draft) => {
    const id = draft.id === NEW_ID ? String(highestId(tenant.agents) + 1) : draft.id;
    return { ...tenant, agents: replaced(tenant.agents, { ...draft, id }) };
  },
};
