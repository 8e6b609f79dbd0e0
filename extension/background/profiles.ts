import type { Preflight } from "../../dist/wasm/preflight.js";
import { dayOf, NO_SETUP } from "../domain/setup.js";
import { word } from "../platform/words.js";
import type { Inside } from "../protocol/settings.js";
import type { Offer } from "../protocol/state.js";
import { forgetLoaded, newSightings, packagedProfiles, parseProfile, urlOf } from "./core.js";
import { ownProfiles, readOwnProfile, writeOwnProfile } from "./own-profiles.js";
import { editVendors, readSetups } from "./setups.js";
import { forgetPages } from "./tab-state.js";

/** Every vendor that there is to choose: packaged, and brought by the person. */
export async function offers(): Promise<Offer[]> {
  const packaged = await packagedProfiles();
  const own = (await ownProfiles()).filter(({ id }) => packaged.every((other) => other.id !== id));
  return [
    ...packaged.map(({ id, name, summary, keywords }) => ({ id, name, summary, keywords, own: false })),
    ...own.map(({ id, name, summary, keywords = [] }) => ({ id, name, summary, keywords, own: true })),
  ];
}

/** The text of a profile, as it was packaged or brought. */
export async function profileText(id: string): Promise<string> {
  const packaged = (await packagedProfiles()).find((profile) => profile.id === id);
  if (packaged) return (await fetch(urlOf(packaged))).text();
  const own = await readOwnProfile(id);
  if (!own) throw new Error(word("profile_gone", id));
  return own.text;
}

/** What a profile asks for, to be looked at before it is trusted. Throws its mistakes, one a line. */
export async function inspect(text: string): Promise<Inside> {
  const core = await parseProfile(text);
  try {
    const { said, leastPrivilege, waivers } = NO_SETUP;
    const known = { said, rejected: [], leastPrivilege, waivers, today: dayOf(new Date()), tour: null };
    const { findings } = core.report(await newSightings(), known, null);
    const profile = infoOf(core);
    return { profile, findings, replaces: (await readOwnProfile(profile.id))?.version ?? null };
  } finally {
    core.free();
  }
}

/** Takes a profile in, in place of an own one of the same id. */
export async function addProfile(text: string): Promise<void> {
  const core = await parseProfile(text);
  const { id, name, version, summary, keywords } = infoOf(core);
  core.free();
  const packaged = (await packagedProfiles()).find((profile) => profile.id === id);
  if (packaged) throw new Error(word("profile_id_taken", id, packaged.name));
  if ((await readOwnProfile(id))?.managed) throw new Error(word("profile_managed", id));
  await writeOwnProfile(id, { id, name, version, summary, keywords, text, managed: false });
  forgetLoaded();
}

/** Takes an own profile out, and out of the choice of every tenant; gives those tenants. */
export async function removeProfile(id: string): Promise<string[]> {
  await writeOwnProfile(id, null);
  forgetLoaded();
  const using = Object.entries(await readSetups()).filter(([, { vendors }]) =>
    vendors.some(({ profile }) => profile === id),
  );
  for (const [tenant] of using) {
    await editVendors(tenant, (vendors) => vendors.filter(({ profile }) => profile !== id));
  }
  // What was last known of an open page may name it: the page is judged again.
  if (using.length > 0) await forgetPages();
  return using.map(([tenant]) => tenant);
}

function infoOf(core: Preflight): Inside["profile"] {
  const [profile] = core.profiles();
  if (!profile) throw new Error("The core took a profile in and has none.");
  return profile;
}
