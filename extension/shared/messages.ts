import type {
  Finding,
  Mark,
  Mode,
  ProfileEntry,
  ProfileInfo,
  Report,
  ScreenId,
  Snapshot,
  Source,
  Status,
} from "../../dist/wasm/preflight.js";
import type { Place } from "./hosts.js";
import { isLink, type Link } from "./link.js";

/** A vendor's profile and the features of it, as an admin chose them for a tenant. */
export interface Choice {
  /** Id of a packaged profile. */
  profile: string;
  /** Chosen features; null for the profile's own defaults. */
  features: string[] | null;
}

/** From the content script to the background. */
export type FromContent = { kind: "hello" } | { kind: "link"; link: Link } | { kind: "judge"; snapshot: Snapshot };

/** From the background to a tab's content script. */
export type ToContent =
  | { kind: "navigated" }
  | { kind: "choice-changed" }
  | { kind: "ping" }
  | { kind: "show"; finding: string };

/** From the panel to the background. */
export type FromPanel =
  | { kind: "panel-state"; tab: number }
  | { kind: "choose"; tab: number; choice: Choice | null }
  | { kind: "show"; tab: number; finding: string };

/** From the background to open panels: what they show of this tab (null: of any tab) may have changed. */
export interface Changed {
  kind: "changed";
  tab: number | null;
}

/** Answer to `hello`: a vendor is chosen for this tenant, start the visit. */
export interface Welcome {
  /** Keys of the vocabulary's own words, which may be captured as they are. */
  words: string[];
}

/** Answer to `judge`. */
export interface Judged {
  /** Nodes whose withheld text the core needs. */
  ask: number[];
  /** What to draw. */
  marks: Mark[];
  /** The findings that the marks name. */
  findings: Finding[];
  /** The documents that these findings name. */
  sources: Record<string, Source>;
  /** A finding that a deep link points at. */
  show: string | null;
}

/** What the background knows about the page that a tab shows. */
export interface PageState {
  /** The page's address at the time of the judgement. */
  url: string;
  /** What could be made of the page. */
  status: Status;
  /** Which screen it is. */
  screen: ScreenId | null;
  /** Read or edit mode. */
  mode: Mode | null;
  /** Name of the record, else its id. */
  record: string | null;
  /** Key of the page in the evidence; null when it is no evidence. */
  evidence: string | null;
  /** Ids of the findings that have a mark on the page. */
  marked: string[];
  /** Why the page could not be judged, in the core's words. */
  problem: string | null;
}

/** Everything that the panel shows. */
export interface PanelState {
  /** Where the tab is. */
  place: Place;
  /** The tenant's host name. */
  tenant: string | null;
  /** The content script answers in this tab. */
  connected: boolean;
  /** The vendors to choose from. */
  profiles: ProfileEntry[];
  /** The chosen vendor's profile. */
  profile: ProfileInfo | null;
  /** What is known of this tenant. */
  report: Report | null;
  /** What is known of the open page. */
  page: PageState | null;
  /** Why the chosen profile cannot be used. */
  problem: string | null;
}

/** Answer to a request that failed; the text names what is wrong and the mend. */
export interface Failure {
  error: string;
}

/** True for the answer to a request that failed. */
export function isFailure(value: unknown): value is Failure {
  return isObject(value) && typeof value.error === "string";
}

/** Most characters of a snapshot's texts and attributes together. */
const MAX_CHARACTERS = 8 * 1024 * 1024;

/** Checks a message of a content script: its kind, its shape, its size. What a snapshot holds is for the core to check. */
export function isFromContent(value: unknown): value is FromContent {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case "hello":
      return true;
    case "link":
      return isLink(value.link);
    case "judge":
      return isSnapshot(value.snapshot);
    default:
      return false;
  }
}

/** Checks a message of the panel. */
export function isFromPanel(value: unknown): value is FromPanel {
  if (!isObject(value) || !Number.isInteger(value.tab)) return false;
  switch (value.kind) {
    case "panel-state":
      return true;
    case "choose":
      return value.choice === null || isChoice(value.choice);
    case "show":
      return isFindingId(value.finding);
    default:
      return false;
  }
}

/** Checks a message of the background. */
export function isToContent(value: unknown): value is ToContent {
  if (!isObject(value)) return false;
  if (value.kind === "show") return isFindingId(value.finding);
  return value.kind === "navigated" || value.kind === "choice-changed" || value.kind === "ping";
}

/** Checks a stored or sent choice. */
export function isChoice(value: unknown): value is Choice {
  return isLink(isObject(value) ? { ...value, field: null } : value);
}

function isFindingId(value: unknown): value is string {
  return typeof value === "string" && value.length <= 200;
}

function isSnapshot(value: unknown): value is Snapshot {
  if (!isObject(value) || !isObject(value.nodes) || !isObject(value.attrs)) return false;
  const texts = value.nodes.text;
  const values = value.attrs.value;
  if (!Array.isArray(texts) || !Array.isArray(values)) return false;
  return characters(texts) + characters(values) <= MAX_CHARACTERS;
}

function characters(texts: unknown[]): number {
  return texts.reduce((sum: number, text) => sum + (typeof text === "string" ? text.length : 0), 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
