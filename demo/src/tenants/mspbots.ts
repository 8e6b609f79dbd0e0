import type { Seed } from "./model";
import { ADMINISTRATOR_AGENT } from "./named";
import { application } from "./records";

/** MSPbots logs in as the Administrator that every tenant has; it needs no role or agent of its own. */
export const mspbots: Seed = {
  all: {
    application: application({
      number: 101,
      name: "MSPbots",
      agent: ADMINISTRATOR_AGENT,
      scopes: ["read:tickets"],
    }),
  },
  forgotten: {
    application: { loginType: "User", agent: "" },
    scopes: ["read:tickets"],
  },
};
