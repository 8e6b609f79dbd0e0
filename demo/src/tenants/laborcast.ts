import type { Permissions, Seed } from "./model";
import { agent, application, role } from "./records";

const permissions: Permissions = {
  "Tickets Access Level": "Read Only",
  "Clients Access Level": "Read Only",
  "Items Access Level": "Read Only",
  "Sales Access Level": "Read Only",
  "Invoices Access Level": "Read Only",
  "Client Contracts Access Level": "Read Only",
  "Timesheets Access Level": "Read Only (All), Modify Own",
  "Can view Unassigned Tickets": "Yes",
  "Can view Tickets that are assigned to other Agents": "Yes",
};

const laborcastRole = role({ number: 105, name: "API - LaborCast", permissions });

/** LaborCast. Its document shows the scopes as a picture only: these are what its role table implies. */
export const laborcast: Seed = {
  all: {
    role: laborcastRole,
    agent: agent({
      id: "105",
      name: "LaborCast API",
      isApiOnly: true,
      roles: [laborcastRole.id],
      workHours: "24 Hours",
    }),
    application: application({
      number: 105,
      name: "LaborCast",
      agent: "105",
      scopes: [
        "read:tickets",
        "read:customers",
        "read:items",
        "read:sales",
        "read:invoices",
        "read:contracts",
        "read:timesheets",
        "editMine:timesheets",
      ],
    }),
  },
  forgotten: {
    role: {
      permissions: {
        ...permissions,
        "Sales Access Level": "",
        "Client Contracts Access Level": "No Access",
        "Timesheets Access Level": "Read and Modify (Own)",
        "Can view Tickets that are assigned to other Agents": "No",
      },
    },
    agent: { isApiOnly: false, roles: [] },
    application: { authenticationMethod: "Username & Password" },
    scopes: ["read:sales", "read:contracts", "read:timesheets", "editMine:timesheets"],
  },
};
