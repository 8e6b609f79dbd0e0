import type { Tenant } from "./model";
import { ADMINISTRATOR_AGENT, FIRST_LINE_AGENT } from "./named";
import { agent, application, role } from "./records";
import { settingsOfHalo } from "./settings";
import { ticketTypesOfHalo } from "./ticket-types";

const administrators = role({
  number: 1,
  name: "Administrator",
  notes: "Made with the tenant.",
  allDepartments: "Modify all",
  permissions: {
    "Is a HaloPSA Administrator": "Yes",
    "Editing of own Preferences": "Can edit preferences",
    "Editing of own Notifications": "Can Edit Notifications",
    "Billing Details Access Level": "Read and Modify",
  },
});

const firstLine = role({
  number: 2,
  name: "1st Line Support",
  notes: "Made with the tenant.",
  departments: [{ department: "Service Desk", level: "View All" }],
  teams: ["1st Line Support"],
  permissions: {
    "Is a HaloPSA Administrator": "No",
    "Editing of own Preferences": "Can edit preferences",
    "Tickets Access Level": "Read and Modify",
    "Clients Access Level": "Read Only",
    "Users Access Level": "Read Only",
    "Assets Access Level": "Read Only",
    "Knowledge Base Access Level": "Read Only",
    "Timesheets Access Level": "Read and Modify (Own)",
    "Billing Details Access Level": "No Access",
    "Can add new Tickets": "Yes",
    "Can view Unassigned Tickets": "Yes",
    "Can Re-assign Tickets": "Yes",
    "Editing of Actions": "Can Edit Own Actions Only",
    "Visibility of Appointments": "Can View Team Appointments Only",
    "Allow use of all Ticket Types": "Yes",
    "Allow use of all Clients": "Yes",
    "Password Fields": "Hidden",
  },
});

/** What a new tenant holds before any integration was set up. */
export const fresh: Tenant = {
  roles: [administrators, firstLine],
  agents: [
    agent({
      id: ADMINISTRATOR_AGENT,
      name: "Administrator",
      email: "admin@demo.example",
      twoFactor: true,
      roles: [administrators.id],
      defaultTeam: "1st Line Support",
      approvesPurchaseOrders: true,
    }),
    agent({
      id: FIRST_LINE_AGENT,
      name: "Sam Okafor",
      firstName: "Sam",
      surname: "Okafor",
      initials: "SO",
      email: "sam.okafor@demo.example",
      roles: [firstLine.id],
      defaultTeam: "1st Line Support",
    }),
    agent({
      id: "4",
      name: "Ines Duarte",
      firstName: "Ines",
      surname: "Duarte",
      initials: "ID",
      email: "ines.duarte@demo.example",
      roles: [firstLine.id],
      defaultTeam: "Projects",
      departments: [{ department: "Professional Services", level: "Department Manager" }],
      teams: ["Projects", "Accounts"],
    }),
  ],
  applications: [
    application({
      number: 11,
      name: "Halo Web Application",
      isSystem: true,
      authenticationMethod: "Implicit Flow (Single Page Application)",
      createdBy: "",
      scopes: ["all", "all:teams"],
    }),
    application({
      number: 12,
      name: "Halo Mobile Application",
      isSystem: true,
      authenticationMethod: "Authorisation Code (Native Application)",
      createdBy: "",
      scopes: ["all"],
    }),
  ],
  ticketTypes: ticketTypesOfHalo,
  settings: settingsOfHalo,
};
