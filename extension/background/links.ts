import type { Link } from "../domain/link.js";
import { type Choice, withChoice, withFeatures } from "../domain/setup.js";
import { word } from "../platform/words.js";
import { MAX_VENDORS } from "../protocol/limits.js";
import type { Proposed } from "../protocol/state.js";
import { preflightFor } from "./core.js";
import { choiceOf, overtake } from "./epochs.js";
import { tellPanels } from "./notify.js";
import { offers } from "./profiles.js";
import { editVendors, readSetup } from "./setups.js";
import * as store from "./tab-state.js";
import { restartVisits } from "./tabs.js";

// A deep link comes from outside: it proposes. Where nothing is chosen for the tenant, what it proposes is chosen at once;
// else it counts in its tab, beside what is chosen, until the person keeps or dismisses it.

/**
 * Acts upon the deep link that a tab followed on this tenant, and names a field. Only a profile that is offered counts,
 * with features that it has.
 */
export async function followLink(tab: number, tenant: string): Promise<void> {
  const link = await store.readLink(tab);
  if (link?.tenant !== tenant) return;
  const isOffered = (await offers()).some(({ id }) => id === link.profile);
  const isFirst = isOffered && (await follow(link, tab, tenant));
  // Last, so that a second greeting meanwhile, or a background that ends on the way, acts upon it too and loses nothing.
  // A link that came meanwhile stays.
  if ((await store.readLink(tab)) === link) await store.writeLink(tab, null);
  if (isFirst) await restartVisits(tenant, tab);
}

/** True when the link chose the tenant's first vendor. */
async function follow(link: Link, tab: number, tenant: string): Promise<boolean> {
  const features = await featuresOf(link);
  const { profile } = link;
  const isFirst = (await readSetup(tenant)).vendors.length === 0;
  if (isFirst) {
    const choice = { profile, features: features.length > 0 ? features : null };
    await editVendors(tenant, (vendors) => (vendors.length === 0 ? [choice] : vendors));
    await store.writeProposal(tab, { tenant, profile, features, chosen: true });
  } else {
    const { vendors } = await readSetup(tenant);
    const more = await beyond(vendors, profile, features);
    if (more) await store.writeProposal(tab, { tenant, profile, features: more, chosen: false });
  }
  await store.writePointer(tab, link.field === null ? null : { tenant, field: link.field });
  return isFirst;
}

/** The features that a link names and the profile has. */
async function featuresOf({ profile, features }: Link): Promise<string[]> {
  if (features === null) return [];
  const core = await preflightFor([{ profile, features: null }]);
  const offered = core.profiles().flatMap((info) => info.features.map(({ id }) => id));
  return features.filter((id) => offered.includes(id));
}

/** The features that a proposal adds to what is chosen; none of a vendor that is not: its defaults. Null: it adds nothing. */
async function beyond(vendors: Choice[], profile: string, features: string[]): Promise<string[] | null> {
  const own = vendors.find((vendor) => vendor.profile === profile);
  if (!own) return features;
  const { chosen = [] } = (await preflightFor([own])).profiles()[0] ?? {};
  const more = features.filter((id) => !chosen.includes(id));
  return more.length > 0 ? more : null;
}

/** What a tab's link proposes beyond what is chosen, or chose; null where that was settled, also by the person's own hand. */
export async function proposedIn(tab: number, tenant: string, vendors: Choice[]): Promise<Proposed | null> {
  const proposal = await store.readProposal(tab);
  if (proposal?.tenant !== tenant) return null;
  const { profile, features, chosen } = proposal;
  const offer = (await offers()).find(({ id }) => id === profile);
  if (!offer) return null;
  if (chosen) {
    const stays = vendors.some((vendor) => vendor.profile === profile);
    return stays ? { profile, name: offer.name, features: [], how: "chosen" } : null;
  }
  const more = await beyond(vendors, profile, features);
  if (!more) return null;
  const isNew = vendors.every((vendor) => vendor.profile !== profile);
  return { profile, name: offer.name, features: more, how: isNew ? "vendor" : "features" };
}

/** The vendors that count in a tab: the chosen ones, and what its link proposes. */
export async function withProposed(vendors: Choice[], tab: number, tenant: string): Promise<Choice[]> {
  const proposed = await proposedIn(tab, tenant, vendors);
  return proposed && proposed.how !== "chosen" ? joined(vendors, proposed) : vendors;
}

async function joined(vendors: Choice[], { profile, features, how }: Proposed): Promise<Choice[]> {
  if (how === "vendor") return [...vendors, { profile, features: features.length > 0 ? features : null }];
  const named = await Promise.all(vendors.map((vendor) => (vendor.profile === profile ? withNamed(vendor) : vendor)));
  return withFeatures(named, profile, features);
}

/** A choice with its features named, where the profile's defaults were meant. */
async function withNamed(vendor: Choice): Promise<Choice> {
  const [info] = (await preflightFor([vendor])).profiles();
  return { ...vendor, features: info?.chosen ?? [] };
}

/** Keeps what a tab's link proposes, or dismisses it; what it chose at once is taken back then. */
export async function settleProposal(tab: number, tenant: string, keep: boolean): Promise<void> {
  const { vendors } = await readSetup(tenant);
  const proposed = await proposedIn(tab, tenant, vendors);
  if (proposed && keep && proposed.how !== "chosen") await keepProposed(tenant, vendors, proposed);
  if (proposed?.how === "chosen" && !keep) {
    await editVendors(tenant, (all) => all.filter(({ profile }) => profile !== proposed.profile));
  }
  await store.writeProposal(tab, null);
  overtake(choiceOf(tenant));
  await restartVisits(tenant);
  tellPanels(null);
}

async function keepProposed(tenant: string, vendors: Choice[], proposed: Proposed): Promise<void> {
  if (proposed.how === "vendor" && vendors.length >= MAX_VENDORS) throw new Error(word("vendors_full", MAX_VENDORS));
  const wanted = (await joined(vendors, proposed)).find(({ profile }) => profile === proposed.profile);
  if (!wanted) return;
  await editVendors(tenant, (all) =>
    withChoice(all, wanted).map((vendor) => (vendor.profile === wanted.profile ? wanted : vendor)),
  );
}
