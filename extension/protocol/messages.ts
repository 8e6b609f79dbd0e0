import type { Finding, Mark, Needs, Snapshot, Source } from "../../dist/wasm/preflight.js";
import { isOrigin } from "../domain/hosts.js";
import { isLink, type Link } from "../domain/link.js";
import { type Change, isChange } from "../domain/setup.js";
import { isMove, type Move } from "../domain/tour.js";
import type { Messages } from "../platform/words.js";
import { MAX_ERROR, MAX_FINDING, MAX_NODES } from "./limits.js";
import { isSnapshot } from "./snapshot.js";

/** From the content script to the background. */
export type FromContent =
  /** A configuration screen is open; `first`: the document has just been loaded. */
  | { kind: "hello"; first: boolean }
  | { kind: "link"; link: Link }
  /** `clicked`: the node that was clicked last before the address changed. */
  | { kind: "judge"; snapshot: Snapshot; clicked: number | null };

/** From the background to a tab's content script. */
export type ToContent =
  | { kind: "navigated" }
  | { kind: "choice-changed" }
  | { kind: "judge-again" }
  | { kind: "ping" }
  | { kind: "snapshot" }
  | { kind: "unsaved" }
  | { kind: "show"; finding: string }
  | { kind: "step"; to: Step };

/** From the panel to the background: of a tab, or of a tenant, whatever its tab shows by then. */
export type FromPanel =
  | { kind: "panel-state"; tab: number }
  | { kind: "change"; tenant: string; change: Change }
  | { kind: "clear-evidence"; tenant: string }
  | { kind: "note-evicted"; tenant: string }
  | { kind: "proposal"; tab: number; tenant: string; keep: boolean }
  | { kind: "pause"; tab: number; on: boolean }
  | { kind: "tour"; tenant: string; move: Move }
  | { kind: "diagnose"; tab: number; error: string }
  | { kind: "write"; tab: number; format: Format }
  | { kind: "handout"; tab: number }
  | { kind: "unsaved"; tab: number }
  | { kind: "show"; tab: number; finding: string | null }
  | { kind: "step"; tab: number; to: Step };

/** Which way from one thing to do on the page to another. */
export type Step = "next" | "previous";

/** How a report can be written; `snapshot` is one on Preflight itself: the open page as it sees it. */
export const FORMATS = ["text", "markdown", "csv", "json", "html", "snapshot"] as const;

export type Format = (typeof FORMATS)[number];

/** From the background to open panels: what they show of this tab (null: of any tab) may have changed. */
export interface Changed {
  kind: "changed";
  tab: number | null;
}

/** Answer to `hello`: a vendor is chosen for this tenant, start the visit. */
export interface Welcome {
  /** Keys of the vocabulary's own words, which may be captured as they are. */
  words: string[];
  /** Which free text may be captured besides: the core compares it, or knows records by it. */
  needs: Needs;
  /** The interface's words, where the person chose another language than the browser's: a page's script fetches nothing. */
  messages: Messages | null;
  /** Whether marks are drawn, or only the one that somebody asks to be shown. */
  marks: boolean;
}

/** Answer to `judge`. */
export interface Judged {
  /** The page was read, and shows what is saved. */
  saved: boolean;
  /** Nodes whose withheld text the core needs. */
  ask: number[];
  /** What to draw. */
  marks: Mark[];
  /** The findings that the marks name. */
  findings: Finding[];
  /** Id of a finding → the document that it is out of. */
  sources: Record<string, Source>;
  /** Id of a vendor → its name, where there are several. */
  vendors: Record<string, string>;
  /** A finding that a deep link points at. */
  show: string | null;
  /** Where the tour points, and what is to be done there. */
  next: { target: number; text: string; clear: number[] } | null;
}

/** Answer to a request that failed; the text names what is wrong and how to fix it. */
export interface Failure {
  error: string;
}

/** True for the answer to a request that failed. */
export function isFailure(value: unknown): value is Failure {
  return isObject(value) && typeof value.error === "string";
}

/** Checks a message of a content script: its kind, its shape, its size. What a snapshot holds is for the core to check. */
export function isFromContent(value: unknown): value is FromContent {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case "hello":
      return typeof value.first === "boolean";
    case "link":
      return isLink(value.link);
    case "judge":
      return isSnapshot(value.snapshot) && (value.clicked === null || isNode(value.clicked));
    default:
      return false;
  }
}

/** Checks a message of the panel. */
export function isFromPanel(value: unknown): value is FromPanel {
  if (!isObject(value)) return false;
  if (value.kind === "change") return isOrigin(value.tenant) && isChange(value.change);
  if (value.kind === "tour") return isOrigin(value.tenant) && isMove(value.move);
  if (value.kind === "clear-evidence" || value.kind === "note-evicted") return isOrigin(value.tenant);
  if (!Number.isInteger(value.tab)) return false;
  switch (value.kind) {
    case "panel-state":
    case "handout":
    case "unsaved":
      return true;
    case "proposal":
      return isOrigin(value.tenant) && typeof value.keep === "boolean";
    case "pause":
      return typeof value.on === "boolean";
    case "diagnose":
      return typeof value.error === "string" && value.error.length <= MAX_ERROR;
    case "write":
      return FORMATS.some((format) => format === value.format);
    case "show":
      return value.finding === null || isFindingId(value.finding);
    case "step":
      return isStep(value.to);
    default:
      return false;
  }
}

/** Checks a message of the background. */
export function isToContent(value: unknown): value is ToContent {
  if (!isObject(value)) return false;
  if (value.kind === "show") return isFindingId(value.finding);
  if (value.kind === "step") return isStep(value.to);
  return ["navigated", "choice-changed", "judge-again", "ping", "snapshot", "unsaved"].some(
    (kind) => kind === value.kind,
  );
}

function isStep(value: unknown): value is Step {
  return value === "next" || value === "previous";
}

function isFindingId(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_FINDING;
}

function isNode(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < MAX_NODES;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
