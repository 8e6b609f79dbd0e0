import { DepartmentsTeams } from "../screens/DepartmentsTeams";
import { Permissions } from "../screens/Permissions";
import { RoleDetails } from "../screens/RoleDetails";
import type { Agent, Tenant } from "../tenants/model";
import { guid, role } from "../tenants/records";
import { NEW_ID, type RecordKind, type RoleDraft, replaced } from "./kind";

function agentsWith(tenant: Tenant, role: string): string[] {
  return tenant.agents.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
}

function withRole(agent: Agent, role: string, has: boolean): Agent {
  const others = agent.roles.filter((other) => other !== role);
  return { ...agent, roles: has ? [...others, role] : others };
}

/** Configuration › Teams & Agents › Roles. */
export const roles: RecordKind<RoleDraft> = {
  title: "Roles",
  section: "Teams & Agents",
  path: "/config/agents/roles",
  parameter: "id",
  newHasAddress: true,
  columns: [
    { header: "Name", text: ({ name }) => name },
    { header: "Agents", text: ({ agents }) => String(agents.length) },
    { header: "Notes", text: ({ notes }) => notes },
  ],
  tabs: [
    { name: "Details", screen: (props) => <RoleDetails {...props} /> },
    { name: "Preferences" },
    {
      name: "Departments & Teams",
      screen: ({ record, change }) => <DepartmentsTeams record={record} change={change} />,
    },
    {
      name: "Permissions",
      screen: ({ record, change }) => (
        <Permissions values={record.permissions} onChange={(permissions) => change({ permissions })} />
      ),
    },
    { name: "Access Control" },
  ],
  list: (tenant) => tenant.roles.map((role) => ({ ...role, agents: agentsWith(tenant, role.id) })),
  rowNumber: ({ number }) => number,
  blank: (tenant) => ({
    ...role({ number: Math.max(...tenant.roles.map(({ number }) => number)) + 1, name: "", id: NEW_ID }),
    agents: [],
  }),
  put: (tenant, { agents, ...draft }) => {
    const id = draft.id === NEW_ID ? guid(draft.number) : draft.id;
    return {
      ...tenant,
      roles: replaced(tenant.roles, { ...draft, id }),
      agents: tenant.agents.map((agent) => withRole(agent, id, agents.includes(agent.id))),
    };
  },
};
