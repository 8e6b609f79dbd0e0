import type { Record as HaloRecord, Link, Waiver } from "../../dist/wasm/preflight.js";
import { MAX_SAID, MAX_VENDORS } from "../protocol/limits.js";
import { isId, isLink } from "./link.js";

/** A vendor's profile and the features of it, as an admin chose them for a tenant. */
export interface Choice {
  /** Id of a packaged or an own profile. */
  profile: string;
  /** Chosen features; null for the profile's own defaults. */
  features: string[] | null;
}

/** Everything that an admin said of one tenant. */
export interface Setup {
  /** The chosen vendors, in the order in which they were chosen. */
  vendors: Choice[];
  /** Also name what is granted beyond what the vendors ask for. */
  leastPrivilege: boolean;
  /** Keep what was seen when the browser closes. */
  keep: boolean;
  /** Nothing of this tenant is looked at until the admin says otherwise. */
  paused: boolean;
  /** Marks are drawn on the page; without, it is only judged. */
  marks: boolean;
  /** Which record is which part of which vendor's integration. */
  said: Link[];
  /** Which record is not, as the admin answered: it is not asked about again. */
  rejected: Link[];
  /** Findings that are accepted as they are; also those whose time has run out. */
  waivers: Waiver[];
}

/** One thing that an admin says of a tenant. */
export type Change =
  | { what: "vendors"; vendors: Choice[] }
  | { what: "least-privilege"; on: boolean }
  | { what: "keep"; on: boolean }
  | { what: "paused"; on: boolean }
  | { what: "marks"; on: boolean }
  | { what: "record"; profile: string; part: string; record: HaloRecord | null }
  | { what: "not-record"; profile: string; part: string; record: HaloRecord }
  | { what: "ask-again"; answers: Link[] }
  | { what: "waive"; waivers: Waiver[] }
  | { what: "unwaive"; findings: string[] };

/** A tenant of which nothing was said yet. */
export const NO_SETUP: Setup = {
  vendors: [],
  leastPrivilege: false,
  keep: false,
  paused: false,
  marks: true,
  said: [],
  rejected: [],
  waivers: [],
};

/** Most answers that a record does not belong to an integration; the oldest go. */
const MAX_REJECTED = 500;

/** The set-up after a change. */
export function changed(setup: Setup, change: Change): Setup {
  switch (change.what) {
    case "vendors":
      return { ...setup, vendors: change.vendors };
    case "least-privilege":
      return { ...setup, leastPrivilege: change.on };
    case "keep":
      return { ...setup, keep: change.on };
    case "paused":
      return { ...setup, paused: change.on };
    case "marks":
      return { ...setup, marks: change.on };
    case "record": {
      const { profile, part, record } = change;
      // One record plays one part of an integration.
      const isOther = (link: Link) =>
        link.profile !== profile || (link.part !== part && !(record && isSameRecord(link.record, record)));
      const others = setup.said.filter(isOther);
      if (!record) return { ...setup, said: others };
      const link = { profile, part, record };
      return { ...setup, said: [...others, link], rejected: setup.rejected.filter((no) => !isSameLink(no, link)) };
    }
    case "not-record": {
      const { profile, part, record } = change;
      const link = { profile, part, record };
      const others = setup.rejected.filter((no) => !isSameLink(no, link));
      return { ...setup, rejected: [...others, link].slice(-MAX_REJECTED) };
    }
    case "ask-again":
      return {
        ...setup,
        rejected: setup.rejected.filter((no) => !change.answers.some((link) => isSameLink(no, link))),
      };
    case "waive":
      return { ...setup, waivers: [...without(setup.waivers, change.waivers.map(findingOf)), ...change.waivers] };
    case "unwaive":
      return { ...setup, waivers: without(setup.waivers, change.findings) };
  }
}

/** The vendors with one more chosen, as far as there is room; one that is chosen stays as it is. */
export function withChoice(vendors: Choice[], choice: Choice): Choice[] {
  const isKnown = vendors.some(({ profile }) => profile === choice.profile);
  return isKnown || vendors.length >= MAX_VENDORS ? vendors : [...vendors, choice];
}

/** The vendors with more features of one of them; it stands among them, and its features are named. */
export function withFeatures(vendors: Choice[], profile: string, features: string[]): Choice[] {
  const more = (named: string[]) => [...named, ...features.filter((id) => !named.includes(id))];
  return vendors.map((vendor) =>
    vendor.profile === profile && vendor.features ? { profile, features: more(vendor.features) } : vendor,
  );
}

/** A day as it is compared with a waiver's: the calendar's where the admin is. */
export function dayOf(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

function isSameLink(a: Link, b: Link): boolean {
  return a.profile === b.profile && a.part === b.part && isSameRecord(a.record, b.record);
}

function isSameRecord(a: HaloRecord, b: HaloRecord): boolean {
  if (a.kind !== b.kind) return false;
  return a.id !== null && b.id !== null ? a.id === b.id : a.name !== null && a.name === b.name;
}

function without(waivers: Waiver[], findings: string[]): Waiver[] {
  return waivers.filter(({ finding }) => !findings.includes(finding));
}

function findingOf({ finding }: Waiver): string {
  return finding;
}

/** Checks a change that arrived in a message. */
export function isChange(value: unknown): value is Change {
  if (!isObject(value)) return false;
  switch (value.what) {
    case "vendors":
      return isListOf(value.vendors, isChoice) && value.vendors.length <= MAX_VENDORS;
    case "least-privilege":
    case "keep":
    case "paused":
    case "marks":
      return typeof value.on === "boolean";
    case "record":
      return isId(value.profile) && isId(value.part) && (value.record === null || isRecord(value.record));
    case "not-record":
      return isOwn(value);
    case "ask-again":
      return isListOf(value.answers, isOwn) && value.answers.length <= MAX_REJECTED;
    case "waive":
      return isListOf(value.waivers, isWaiver) && value.waivers.length <= MAX_VENDORS;
    case "unwaive":
      return isListOf(value.findings, isText) && value.findings.length <= MAX_VENDORS;
    default:
      return false;
  }
}

/** Checks a stored set-up. */
export function isSetup(value: unknown): value is Setup {
  return (
    isObject(value) &&
    isListOf(value.vendors, isChoice) &&
    typeof value.leastPrivilege === "boolean" &&
    typeof value.keep === "boolean" &&
    typeof value.paused === "boolean" &&
    typeof value.marks === "boolean" &&
    isListOf(value.said, isOwn) &&
    isListOf(value.rejected, isOwn) &&
    isListOf(value.waivers, isWaiver)
  );
}

function isChoice(value: unknown): value is Choice {
  return isLink(isObject(value) ? { ...value, field: null } : value);
}

/** Which record is which part of a vendor's integration. */
function isOwn(value: unknown): value is Link {
  return isObject(value) && isId(value.profile) && isId(value.part) && isRecord(value.record);
}

function isWaiver(value: unknown): value is Waiver {
  if (!isObject(value)) return false;
  const { finding, reason, until } = value;
  const isDay = typeof until === "string" && /^\d{4}-\d{2}-\d{2}$/.test(until);
  return isText(finding) && isText(reason) && reason.trim() !== "" && (until === null || isDay);
}

/** What kinds of record there are, and what its name may be, is for the core to check. */
function isRecord(value: unknown): value is HaloRecord {
  return isObject(value) && isText(value.kind) && [value.id, value.name].every((part) => part === null || isText(part));
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => boolean): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_SAID;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
