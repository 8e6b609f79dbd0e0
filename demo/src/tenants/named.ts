/** Ids of agents that every demo tenant has. */
export const ADMINISTRATOR_AGENT = "1";
export const FIRST_LINE_AGENT = "3";

/** What Halo shows where no team is chosen. */
export const NO_TEAM = "*No Default Team*";

/** Team → its department. */
const DEPARTMENT_OF: Readonly<Record<string, string>> = {
  "1st Line Support": "Service Desk",
  Projects: "Professional Services",
  Accounts: "Back Office",
};

/** The teams of every demo tenant. */
export const TEAMS = Object.keys(DEPARTMENT_OF);

/** The departments of every demo tenant. */
export const DEPARTMENTS = Object.values(DEPARTMENT_OF);

/** The department that a team belongs to. */
export function departmentOf(team: string): string {
  return DEPARTMENT_OF[team] ?? "";
}
