import type { TicketType } from "./model";

const NEW_TICKET_TYPE = {
  use: "Tickets",
  itilType: "Incident",
  projectHierarchy: "",
  isVisible: true,
  agentsCanLog: true,
  endUsersCanLog: false,
  team: "",
  agent: "*Unassigned*",
  priority: "Medium",
  sla: "Standard SLA",
  workflow: "*None*",
  initialStatus: "New",
  fields: ["Summary", "Details"],
  accessControl: [],
};

/** A ticket type as Halo makes it, with what is given on top. */
export function ticketType(given: Pick<TicketType, "id" | "name"> & Partial<TicketType>): TicketType {
  return { ...NEW_TICKET_TYPE, ...given };
}

/** Every field that can be put on a field list; Halo has the dates both with the time and without. */
export const TICKET_FIELDS = [
  "Summary",
  "Details",
  "Client",
  "User",
  "Category",
  "Impact",
  "Urgency",
  "Start Date & Time",
  "Target Date & Time",
  "Start Date",
  "Start Time",
  "Target Date",
  "Target Time",
  "Estimated Time",
  "Project Manager",
];

const DESK_FIELDS = ["Summary", "Details", "Client", "User", "Category", "Impact", "Urgency"];
const PROJECT_FIELDS = ["Summary", "Details", "Client", "Start Date", "Start Time", "Target Date", "Target Time"];

const desk = { team: "1st Line Support", endUsersCanLog: true, fields: DESK_FIELDS };
const project = { use: "Projects", itilType: "Projects", team: "Projects", sla: "", fields: PROJECT_FIELDS };

/** The ticket types that come with the tenant. */
export const ticketTypesOfHalo: readonly TicketType[] = [
  ticketType({
    ...desk,
    id: "1",
    name: "Incident",
    accessControl: [
      { type: "Role", name: "1st Line Support", level: "Read and Modify" },
      { type: "Agent", name: "Ines Duarte", level: "Owner" },
    ],
  }),
  ticketType({ ...desk, id: "2", name: "Change Request", itilType: "Change Request", workflow: "Change Approval" }),
  ticketType({ ...desk, id: "3", name: "Service Request", itilType: "Service Request" }),
  ticketType({ ...desk, id: "4", name: "Problem", itilType: "Problem", endUsersCanLog: false }),
  ticketType({ ...project, id: "5", name: "Project", projectHierarchy: "Projects" }),
  ticketType({ ...project, id: "20", name: "Project Task", projectHierarchy: "Project Tasks", itilType: "Tasks" }),
];
