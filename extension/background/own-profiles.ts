import { isId } from "../domain/link.js";
import { readPolicy } from "../domain/policy.js";
import type { OwnProfile } from "../protocol/settings.js";
import { local } from "./storage-area.js";

// Profiles that a person or an administrator brought, as they were brought: to the letter.

interface Stored extends OwnProfile {
  text: string;
}

const PREFIX = "profile ";

/** A profile that was brought; null where there is none of this id. An administrator's comes first. */
export async function readOwnProfile(id: string): Promise<Stored | null> {
  const managed = (await managedProfiles()).find((profile) => profile.id === id);
  return managed ?? (await local.read<Stored>(PREFIX + id)) ?? null;
}

/** Keeps a profile in place of any other of its id; null takes it away. */
export function writeOwnProfile(id: string, profile: Stored | null): Promise<void> {
  return local.write(PREFIX + id, profile);
}

/** Every profile that was brought, without its text. */
export async function ownProfiles(): Promise<OwnProfile[]> {
  const managed = await managedProfiles();
  const brought = Object.values(await local.readAll<Stored>(PREFIX));
  const all = [...managed, ...brought.filter(({ id }) => managed.every((other) => other.id !== id))];
  return all.map(({ text: _, ...profile }) => profile).toSorted((a, b) => a.name.localeCompare(b.name));
}

async function managedProfiles(): Promise<Stored[]> {
  const all = (await readPolicy()).profiles.flatMap((text) => headOf(text) ?? []);
  return all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place);
}

/** What a list shows of a profile that nobody has checked yet: the core does so when it is used. */
function headOf(text: string): Stored | null {
  try {
    const { id, name, version, summary, keywords = [] } = JSON.parse(text.replace(/^\uFEFF/, ""));
    const texts = Array.isArray(keywords) ? [name, version, summary, ...keywords] : [null];
    const isHead = isId(id) && texts.every((part) => typeof part === "string");
    return isHead ? { id, name, version, summary, keywords, text, managed: true } : null;
  } catch {
    return null;
  }
}
