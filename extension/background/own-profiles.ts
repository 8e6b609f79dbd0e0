import { api } from "../shared/api.js";
import type { OwnProfile } from "../shared/settings.js";
import { read, readAll, write } from "./area.js";

// Profiles that a person brought, as they were brought: to the letter.

interface Stored extends OwnProfile {
  text: string;
}

const PREFIX = "profile ";

/** A profile that a person brought; null where there is none of this id. */
export async function readOwnProfile(id: string): Promise<Stored | null> {
  return (await read<Stored>(api.storage.local, PREFIX + id)) ?? null;
}

/** Keeps a profile in place of any other of its id; null takes it away. */
export function writeOwnProfile(id: string, profile: Stored | null): Promise<void> {
  return write(api.storage.local, PREFIX + id, profile);
}

/** Every profile that a person brought, without its text. */
export async function ownProfiles(): Promise<OwnProfile[]> {
  const all = Object.values(await readAll<Stored>(api.storage.local, PREFIX));
  return all.map(({ text: _, ...profile }) => profile).toSorted((a, b) => a.name.localeCompare(b.name));
}
