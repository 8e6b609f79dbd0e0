// What an admin must see on the six screens of two half-done tenants: worked out by hand from the vendors' documents
// and the demo data (demo/src/tenants), not by the core.

/** @typedef {import("./marks.mjs").Marks} Marks */
/** @typedef {import("../../tools/halo.mjs").Vendor} Vendor */
/** @typedef {import("../../tools/halo.mjs").RecordKind} RecordKind */

/** @param {string} outcome @param {string[]} labels */
const all = (outcome, ...labels) => Object.fromEntries(labels.map((label) => [label, outcome]));

/** @type {{ screen: string, vendor: Vendor, kind: RecordKind, tab: string, marks: Marks }[]} */
export const SCREENS = [
  {
    screen: "application.permissions",
    vendor: "moovila",
    kind: "application",
    tab: "Permissions",
    marks: {
      ...all("missing", "all:teams", "admin:webhooks", "edit:tickets", "edit:timesheets"),
      ...all("met", "read:tickets", "read:customers", "edit:projects", "read:reporting", "edit:reporting"),
      ...all("met", "read:timesheets", "read:calendar", "edit:calendar"),
      // Not ticked, but edit:projects is, and includes it.
      "read:projects": "met",
    },
  },
  {
    screen: "application.details",
    vendor: "moovila",
    kind: "application",
    tab: "Details",
    marks: {
      ...all("met", "Application Name", "Authentication Method", "Login Type"),
      "Agent to log in as": "missing",
    },
  },
  {
    screen: "agent.details",
    vendor: "moovila",
    kind: "agent",
    tab: "Details",
    marks: { "Is an API-only Agent": "missing" },
  },
  {
    screen: "agent.permissions",
    vendor: "moovila",
    kind: "agent",
    tab: "Permissions",
    marks: {
      ...all("met", "Is a HaloPSA Administrator", "Tickets Access Level", "Items Access Level"),
      ...all("wrong", "Clients Access Level", "Calendars and Appointments Access Level", "Timesheets Access Level"),
      ...all("met", "Can add new Tickets", "Can edit closed Tickets", "Can view Unassigned Tickets"),
      ...all("met", "Can view Tickets that are assigned to other Agents", "Can change a Ticket's Ticket Type"),
      ...all("met", "Can Re-assign Tickets", "Can Edit Advanced Ticket Details"),
      ...all("met", "Can assign to Agents in Teams the Agent is not a member of"),
      ...all("met", "Can Edit Tickets Which Are Not Assigned To Them"),
      ...all("met", "Can always update Ticket Statuses and re-assign Tickets outside of actions"),
      "Editing of Actions": "wrong",
      "Can Delete Tickets": "missing",
      // Not set at all. The roles may grant them, but Moovila wants them on the agent.
      ...all("missing", "Sales Access Level", "Can remove To-Do items"),
      ...all("missing", "Allow creation of new Ticket Types and linked objects"),
      ...all("met", "Editing of Appointments", "Adding New Appointments", "Visibility of Appointments"),
      ...all("met", "Deleting of Appointments", "Allow use of all Ticket Types"),
      "Allow use of all Clients": "missing",
    },
  },
  {
    screen: "role.details",
    vendor: "laborcast",
    kind: "role",
    tab: "Details",
    marks: { "Role Name": "met", "Agents that have this Role": "missing" },
  },
  {
    screen: "role.permissions",
    vendor: "laborcast",
    kind: "role",
    tab: "Permissions",
    marks: {
      ...all("met", "Tickets Access Level", "Clients Access Level", "Items Access Level", "Invoices Access Level"),
      ...all("met", "Can view Unassigned Tickets"),
      ...all("missing", "Sales Access Level", "Client Contracts Access Level"),
      ...all("missing", "Can view Tickets that are assigned to other Agents"),
      "Timesheets Access Level": "wrong",
    },
  },
];
