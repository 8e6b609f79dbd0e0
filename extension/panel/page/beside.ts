import type { Click, Guide, Pointer } from "../../../dist/wasm/preflight.js";
import type { PageState } from "../../protocol/state.js";
import type { Why } from "./why.js";

// A notice and the tour's step are read together, so they come from one state: what the tour says now decides which
// notices may stand beside it, and what is wrong with the page decides whether the tour says what to click.

/** What a notice is about. */
export type Topic = Why | "list" | "rejected" | "other-record" | "nothing-asked" | "unsaved";

/** What somebody is told to click; "unknown" where it is not known yet, null where nobody is led. */
export type Said = Click | "save" | "unknown" | null;

/** Nothing on the page can be pointed at, for a reason that comes before any step. */
const BLOCKING: readonly Topic[] = [
  "paused",
  "signed-out",
  "no-vendor",
  "reload",
  "still-loading",
  "language-not-recognised",
  "unreadable",
];

/** What comes before a form is saved: clicks within it, and what the panel asks about its record. */
const IN_FORM: readonly Said[] = ["answer", "field", "first", "fill", "depends", "reveal", "button"];

/** What the tour, or the way to a finding, says on this page. */
export function saidOn(page: PageState | null, guide: Guide | null): Said {
  const pointer = page?.pointer ?? null;
  if (pointer && pointer.step === null) return saidBy(pointer);
  if (!guide) return null;
  if (guide.current === null) return "done";
  if (page === null) return "go";
  return pointer?.step === guide.current ? saidBy(pointer) : "unknown";
}

function saidBy({ click, name }: Pointer): Said {
  return click === "button" && name === "Save" ? "save" : click;
}

/** Whether a notice may stand beside what is said. */
export function mayStandBeside(topic: Topic, said: Said): boolean {
  if (said === null || BLOCKING.includes(topic)) return true;
  switch (topic) {
    // What to open next is what the step says.
    case "not-a-configuration-screen":
      return false;
    case "list":
      return said === "record";
    case "other-record":
    case "nothing-asked":
      return said === "go";
    case "unsaved":
      return !IN_FORM.includes(said);
    default:
      return true;
  }
}

/** Whether a step may say what to click although there is this to say of the page. */
export function mayLead(topic: Topic | null): boolean {
  return topic === null || !BLOCKING.includes(topic);
}
