import type { Link } from "../shared/link.js";
import { type Choice, withChoice } from "../shared/setup.js";
import { preflightFor } from "./core.js";
import { offers } from "./profiles.js";
import { editVendors } from "./setups.js";
import * as store from "./store.js";

/**
 * Acts upon the deep link that a tab followed. It only ever chooses a profile that is offered, with features that it has, beside
 * those that are chosen already, and names a field.
 */
export async function followLink(tab: number, tenant: string): Promise<void> {
  const link = await store.readLink(tab);
  if (!link) return;
  const isOffered = (await offers()).some(({ id }) => id === link.profile);
  if (isOffered) await follow(link, tab, tenant);
  // Last, so that a second greeting meanwhile, or a background that ends on the way, acts upon it too and loses nothing.
  await store.writeLink(tab, null);
}

async function follow(link: Link, tab: number, tenant: string): Promise<void> {
  const choice = await choiceOf(link);
  await editVendors(tenant, (vendors) => withChoice(vendors, choice));
  await store.writePointer(tab, link.field);
}

async function choiceOf({ profile, features }: Link): Promise<Choice> {
  if (features === null) return { profile, features };
  const core = await preflightFor([{ profile, features: null }]);
  const offered = core.profiles().flatMap((info) => info.features.map(({ id }) => id));
  const chosen = features.filter((id) => offered.includes(id));
  return { profile, features: chosen.length > 0 ? chosen : null };
}
