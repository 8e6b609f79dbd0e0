import type { Options } from "../options";
import { datagate } from "./datagate";
import { fresh } from "./fresh";
import { gradientMsp } from "./gradient-msp";
import { laborcast } from "./laborcast";
import type { Omissions, Seed, Tenant, Vendor } from "./model";
import { moovila } from "./moovila";
import { mspbots } from "./mspbots";

const SEEDS: Record<Options["seed"], Seed> = {
  mspbots,
  moovila,
  "gradient-msp": gradientMsp,
  datagate,
  laborcast,
};

/** The vendor's set-up as an admin leaves it who stopped half-way. */
function half(all: Vendor, { scopes = [], ticketTypes = [], ...forgotten }: Omissions): Vendor {
  return {
    role: all.role && { ...all.role, ...forgotten.role },
    agent: all.agent && { ...all.agent, ...forgotten.agent },
    application: {
      ...all.application,
      ...forgotten.application,
      scopes: all.application.scopes.filter((scope) => !scopes.includes(scope)),
    },
    ticketTypes: all.ticketTypes?.map((type, index) => ({ ...type, ...ticketTypes[index] })),
  };
}

function withVendor(tenant: Tenant, { role, agent, application, ticketTypes = [], settings }: Vendor): Tenant {
  return {
    roles: role ? [...tenant.roles, role] : tenant.roles,
    agents: agent ? [...tenant.agents, agent] : tenant.agents,
    applications: [...tenant.applications, application],
    ticketTypes: [...tenant.ticketTypes, ...ticketTypes],
    settings: { ...tenant.settings, ...settings },
  };
}

/** The tenant in which `seed` is set up as far as `state` says. */
export function tenantOf(seed: Options["seed"], state: Options["state"]): Tenant {
  const { all, forgotten } = SEEDS[seed];
  if (state === "none") return fresh;
  return withVendor(fresh, state === "all" ? all : half(all, forgotten));
}
