import type { Permissions, Seed } from "./model";
import { FIRST_LINE_AGENT } from "./named";
import { agent, application, role } from "./records";

const permissions: Permissions = {
  "Clients Access Level": "Read Only",
  "Items Access Level": "Read and Modify",
  "Invoices Access Level": "Read, Create and Modify",
  "Client Contracts Access Level": "Read and Modify",
  "Tickets Access Level": "Read and Modify",
  "Can add new Tickets": "Yes",
  "Can edit closed Tickets": "Yes",
  "Can Edit Tickets Which Are Not Assigned To Them": "Yes",
  "Can view Tickets that are assigned to other Agents": "Yes",
  "Can Edit Advanced Ticket Details": "Yes",
  "Allow use of all Ticket Types": "Yes",
  "Allow use of all Clients": "Yes",
};

const mspcentric = role({ number: 103, name: "MSPCentric", permissions });

/** Gradient's billing and alerts together. */
export const gradientMsp: Seed = {
  all: {
    role: mspcentric,
    agent: agent({
      id: "103",
      name: "MSPCentric",
      isApiOnly: true,
      roles: [mspcentric.id],
      teams: ["1st Line Support"],
    }),
    application: application({
      number: 103,
      name: "MSPCentric",
      agent: "103",
      scopes: [
        "all:teams",
        "read:customers",
        "read:contracts",
        "edit:contracts",
        "read:items",
        "edit:items",
        "read:invoices",
        "edit:invoices",
        "read:tickets",
        "edit:tickets",
      ],
    }),
  },
  forgotten: {
    role: {
      permissions: {
        ...permissions,
        "Invoices Access Level": "Read Only",
        "Client Contracts Access Level": "",
        "Can edit closed Tickets": "No",
        "Can Edit Advanced Ticket Details": "",
        "Allow use of all Ticket Types": "",
      },
    },
    agent: { isApiOnly: false, roles: [], defaultTeam: "Accounts", teams: [] },
    application: { agent: FIRST_LINE_AGENT },
    scopes: ["all:teams", "edit:contracts", "edit:items", "edit:invoices"],
  },
};
