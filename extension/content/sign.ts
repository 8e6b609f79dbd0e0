import type { Finding, Outcome } from "../../dist/wasm/preflight.js";
import { expectedBriefly, outcomeWord, subject } from "../shared/words.js";
import { icon, make } from "./dom.js";

/** What one sign says. */
export interface Message {
  outcome: Outcome;
  /** Worst first; never empty. */
  findings: [Finding, ...Finding[]];
}

/**
 * The sign of one field. Where there is something to say it is a button that opens the tip; a field that is as it
 * should be gets a quiet check only.
 */
export function makeSign({ outcome, findings }: Message): HTMLElement {
  if (outcome === "met") return makeCheck();
  const [worst] = findings;
  const sign = make(
    "button",
    `sign ${outcome}`,
    icon(outcome),
    make("span", "spoken", `${subject(worst)}: `),
    make("span", "word", `${outcomeWord(outcome)} `),
    make("span", "expected", expectedBriefly(worst)),
  );
  sign.type = "button";
  sign.ariaExpanded = "false";
  // The page's control keeps its focus: losing it may close a menu, or save.
  sign.addEventListener("mousedown", (event) => event.preventDefault());
  return sign;
}

function makeCheck(): HTMLElement {
  const check = make("span", "sign met", icon("met"));
  check.role = "img";
  check.ariaLabel = outcomeWord("met");
  return check;
}
