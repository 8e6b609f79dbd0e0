import type { Membership, Permissions, Seed } from "./model";
import { agent, application, role } from "./records";
import { AUTO_INCREMENTING } from "./settings";
import { ticketType } from "./ticket-types";

const permissions: Permissions = {
  "Is a HaloPSA Administrator": "No",
  "Tickets Access Level": "Read and Modify",
  "Clients Access Level": "Read Only",
  "Calendars and Appointments Access Level": "Read and Modify",
  "Items Access Level": "Read Only",
  "Sales Access Level": "Read Only",
  "Timesheets Access Level": "Read and Modify (All)",
  "Can add new Tickets": "Yes",
  "Can edit closed Tickets": "Yes",
  "Can view Unassigned Tickets": "Yes",
  "Can view Tickets that are assigned to other Agents": "Yes",
  "Can change a Ticket's Ticket Type": "Yes",
  "Can Re-assign Tickets": "Yes",
  "Can Edit Advanced Ticket Details": "Yes",
  "Editing of Actions": "Can Edit All Actions",
  "Can Delete Tickets": "Yes",
  "Can assign to Agents in Teams the Agent is not a member of": "Yes",
  "Can Edit Tickets Which Are Not Assigned To Them": "Yes",
  "Can always update Ticket Statuses and re-assign Tickets outside of actions": "Yes",
  "Can remove To-Do items": "Yes",
  "Editing of Appointments": "Can Edit All Appointments",
  "Adding New Appointments": "Can Add All Appointments",
  "Visibility of Appointments": "Can View All Appointments",
  "Deleting of Appointments": "Can Delete All Appointments",
  "Allow use of all Ticket Types": "Yes",
  "Allow use of all Clients": "Yes",
  "Allow creation of new Ticket Types and linked objects": "Yes",
};

const halfPermissions: Permissions = {
  ...permissions,
  "Clients Access Level": "View (Names Only)",
  "Calendars and Appointments Access Level": "Read Only",
  "Sales Access Level": "",
  "Timesheets Access Level": "Read and Modify (Own)",
  "Can Delete Tickets": "No",
  "Can remove To-Do items": "",
  "Editing of Actions": "Can Edit Own Actions Only",
  "Allow use of all Clients": "No",
  "Allow creation of new Ticket Types and linked objects": "",
};

const onRole: Partial<Membership> = {
  departments: [{ department: "Service Desk", level: "Modify All" }],
  teams: ["1st Line Support"],
};

const onAgent: Partial<Membership> = {
  departments: [{ department: "Professional Services", level: "Modify All" }],
  teams: ["Projects"],
};

const moovilaRole = role({ number: 102, name: "Moovila API", permissions, ...onRole });

const ticketTypes = [
  ticketType({ id: "1021", name: "Moovila Project", projectHierarchy: "Projects" }),
  ticketType({ id: "1022", name: "Moovila Project Task", projectHierarchy: "Project Tasks" }),
].map((type) => ({
  ...type,
  use: "Projects",
  itilType: "Projects",
  team: "Projects",
  fields: ["Summary", "Details", "Client", "Start Date & Time", "Target Date & Time"],
}));

/**
 * Moovila asks for its permissions, teams and departments on the agent; the role carries permissions and rows too, so
 * that either screen shows some.
 */
export const moovila: Seed = {
  all: {
    role: moovilaRole,
    agent: agent({
      id: "102",
      name: "Moovila API",
      isApiOnly: true,
      roles: [moovilaRole.id],
      permissions,
      ...onAgent,
    }),
    application: application({
      number: 102,
      name: "Moovila",
      agent: "102",
      scopes: [
        "all:teams",
        "admin:webhooks",
        "read:tickets",
        "edit:tickets",
        "read:customers",
        "read:projects",
        "edit:projects",
        "read:reporting",
        "edit:reporting",
        "read:timesheets",
        "edit:timesheets",
        "read:calendar",
        "edit:calendar",
      ],
    }),
    ticketTypes,
    settings: { nextTicketIdMethod: AUTO_INCREMENTING },
  },
  forgotten: {
    role: { permissions: halfPermissions },
    agent: {
      isApiOnly: false,
      permissions: halfPermissions,
      departments: [{ department: "Professional Services", level: "View All" }],
      teams: [],
    },
    application: { agent: "" },
    scopes: ["all:teams", "admin:webhooks", "edit:tickets", "read:projects", "edit:timesheets"],
    ticketTypes: [
      { itilType: "Incident", agentsCanLog: false, fields: ["Summary", "Details", "Start Date & Time", "Target Date"] },
      { itilType: "Tasks", team: "1st Line Support", fields: ["Summary", "Details", "Start Date", "Start Time"] },
    ],
  },
};
