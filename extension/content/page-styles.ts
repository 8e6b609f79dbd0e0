import type { Outcome } from "../../dist/wasm/preflight.js";
import { LOOKS, type Theme } from "../domain/outcomes.js";
import { firstIn, root } from "./native.js";

/** Name of the element that holds the signs. */
export const HOST = "preflight-marks";

/** On a judged element: the outcome. */
export const OUTCOME = "data-preflight";
/** On the element with the outline, where the judged element is inside a larger control. */
export const FRAME = "data-preflight-frame";
/** On the element that a sign is anchored to: the sign's number. */
export const ANCHOR = "data-preflight-anchor";
/** On the element that somebody asked to be shown. */
export const SHOWN = "data-preflight-shown";

/** On the element with the outline, where the marks are a preview. */
export const PREVIEW = "data-preflight-preview";

/** On the element that the tour points at. */
export const POINTED = "data-preflight-pointed";

/** The pointer's colour: at least 3 : 1 on Halo's panels. */
const POINTER: Record<Theme, string> = { light: "#1553b5", dark: "#9ccbff" };

/** Outcomes with an outline; a field that is met keeps Halo's look. Important, because react-select forbids outlines so. */
const OUTLINED: Outcome[] = ["missing", "wrong", "excess", "review"];

/**
 * The rules for the page's own elements and for the host. Anchor names belong to the tree that declares them, so the
 * signs, though inside a shadow tree, are positioned from here by their `part`. Without marks, only what is shown has an outline.
 */
export function pageRules(theme: Theme, signs: number, marks: boolean): string {
  const outlined = marks ? "" : `[${SHOWN}]`;
  const numbers = Array.from({ length: signs }, (_, number) => number);
  return [
    `${HOST}{display:contents;color-scheme:${theme}}`,
    ...OUTLINED.map(
      (outcome) =>
        `[${FRAME}="${outcome}"]${outlined}{outline:1.5px solid ${LOOKS[outcome].line[theme]}!important;outline-offset:2.5px;border-radius:3px}`,
    ),
    `[${PREVIEW}]{outline-style:dashed!important}`,
    `[${POINTED}]{outline:3px solid ${POINTER[theme]}!important;outline-offset:3px;border-radius:4px}`,
    `[${SHOWN}]{animation:preflight-shown 1s 2}`,
    "@keyframes preflight-shown{50%{outline-offset:6px}}",
    `@media (prefers-reduced-motion:reduce){[${SHOWN}]{animation:none}}`,
    ...numbers.map(anchorRules),
  ].join("");
}

function anchorRules(number: number): string {
  const name = `--preflight-${number}`;
  return `[${ANCHOR}="${number}"]{anchor-name:${name}}${HOST}::part(${partOf(number)}){position-anchor:${name}}`;
}

/** The `part` of a sign. */
export function partOf(number: number): string {
  return `sign-${number}`;
}

/** The page's theme: Halo's own class, on whichever of its containers, else what the browser prefers. */
export function currentTheme(): Theme {
  const page = root();
  if (page && firstIn(page, ".app-container.theme-dark")) return "dark";
  if (page && firstIn(page, ".app-container.theme-light")) return "light";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
