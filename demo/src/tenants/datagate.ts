import type { Permissions, Seed } from "./model";
import { agent, application, role } from "./records";

const permissions: Permissions = {
  "Clients Access Level": "Read Only",
  "Assets Access Level": "Read Only",
  "Items Access Level": "Read Only",
  "Invoices Access Level": "Read, Create, Modify and Delete",
  "Allow use of all Clients": "Yes",
  "Allow use of all Asset Types": "Yes",
  "Allow use of all Asset Fields": "Yes",
};

const datagateRole = role({ number: 104, name: "Datagate API Role", permissions });

/** All of Datagate's flows. Its agent may hold the permissions itself, so both role and agent do. */
export const datagate: Seed = {
  all: {
    role: datagateRole,
    agent: agent({ id: "104", name: "Datagate API", isApiOnly: true, roles: [datagateRole.id], permissions }),
    application: application({
      number: 104,
      name: "Datagate",
      agent: "104",
      scopes: ["read:customers", "read:items", "read:invoices", "edit:invoices", "read:assets"],
    }),
  },
  forgotten: {
    role: {
      permissions: {
        ...permissions,
        "Invoices Access Level": "Read and Create",
        "Assets Access Level": "No Access",
        "Allow use of all Asset Fields": "",
      },
    },
    agent: { permissions: {} },
    scopes: ["read:assets", "edit:invoices"],
  },
};
