import type { Finding, Outcome } from "../../dist/wasm/preflight.js";
import { expectedBriefly, outcomeWord, subject, word } from "../platform/words.js";
import { icon, make } from "./dom.js";

/** What one sign says. */
export interface Message {
  outcome: Outcome;
  /** Worst first; never empty. */
  findings: [Finding, ...Finding[]];
  /** Nothing ties the open record to an integration yet: what the page would mean if it were the integration's. */
  provisional: boolean;
  /** Names of the vendors that need it, where several are chosen. */
  vendors: string | null;
}

/**
 * The sign of one field. Where there is something to say it is a button that opens the tip; a field that is as it
 * should be gets a quiet check only.
 */
export function makeSign(message: Message): HTMLElement {
  const { outcome, findings, provisional } = message;
  const [worst] = findings;
  const about = aboutWords(message);
  if (outcome === "met") return makeCheck(about, provisional);
  const sign = make(
    "button",
    `sign ${outcome}${provisional ? " preview" : ""}`,
    icon(outcome),
    make("span", "spoken", `${subject(worst)}: `),
    make("span", "word", `${about}${outcomeWord(outcome)} `),
    make("span", "expected", expectedBriefly(worst)),
  );
  sign.type = "button";
  sign.ariaExpanded = "false";
  // The page's control keeps its focus: losing it may close a menu, or save.
  sign.addEventListener("mousedown", (event) => event.preventDefault());
  return sign;
}

/** What stands before the outcome: that it is a preview, and whose. */
function aboutWords({ provisional, vendors }: Message): string {
  return [provisional ? word("mark_preview") : null, vendors].flatMap((part) => (part ? `${part}: ` : [])).join("");
}

function makeCheck(about: string, provisional: boolean): HTMLElement {
  const check = make("span", `sign met${provisional ? " preview" : ""}`, icon("met"));
  check.role = "img";
  check.ariaLabel = about + outcomeWord("met");
  return check;
}
