import type { Agent, Application, Membership, Role } from "./model";
import { NO_TEAM } from "./named";

/** A GUID-shaped id that stays the same from run to run. */
export function guid(number: number): string {
  return `7d2f0c4e-51ab-4e0a-9c3d-${number.toString(16).padStart(12, "0")}`;
}

/** A long token, recognisable in a leak test; the same for the same number. */
export function secret(number: number): string {
  let state = number * 2654435761;
  const digits = Array.from({ length: 64 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 28).toString(16);
  });
  return `pf-SECRET-${digits.join("")}`;
}

/** The token that Generate puts in the place of `old`. */
export function secretAfter(old: string): string {
  return secret([...old].reduce((sum, character, index) => sum + character.charCodeAt(0) * (index + 1), 0));
}

const NO_MEMBERSHIP: Membership = { allDepartments: "", departments: [], teams: [] };

const NEW_AGENT = {
  ...NO_MEMBERSHIP,
  firstName: "",
  surname: "",
  initials: "",
  email: "",
  usesAdLogin: false,
  twoFactor: false,
  status: "Available",
  roles: [],
  isActive: true,
  isApiOnly: false,
  defaultTeam: NO_TEAM,
  workHours: "Default Working Hours",
  approvesPurchaseOrders: false,
  permissions: {},
};

/** An agent as Halo makes it, with what is given on top. */
export function agent(given: Pick<Agent, "id" | "name"> & Partial<Agent>): Agent {
  return { ...NEW_AGENT, ...given };
}

/** A role as Halo makes it, with what is given on top. */
export function role(given: Pick<Role, "number" | "name"> & Partial<Role>): Role {
  return { id: guid(given.number), notes: "", permissions: {}, ...NO_MEMBERSHIP, ...given };
}

const NEW_APPLICATION = {
  description: "",
  isActive: true,
  isSystem: false,
  authenticationMethod: "Client ID and Secret (Services)",
  loginType: "Agent",
  agent: "",
  created: "12/03/2026 09:14",
  createdBy: "Administrator",
  scopes: [],
};

/** An application as Halo makes it, with what is given on top. */
export function application(given: Pick<Application, "number" | "name"> & Partial<Application>): Application {
  const { number } = given;
  return {
    id: guid(number),
    clientId: guid(number * 4096 + 7),
    clientSecret: secret(number),
    ...NEW_APPLICATION,
    ...given,
  };
}
