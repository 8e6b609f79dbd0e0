import type { Outcome } from "../../dist/wasm/preflight.js";
import { LOOKS } from "../shared/outcomes.js";

const SVG = "http://www.w3.org/2000/svg";

/** An element with a class and children; texts are always text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** The icon of an outcome; decoration, the word stands beside it. */
export function icon(outcome: Outcome): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", LOOKS[outcome].icon);
  svg.append(path);
  return svg;
}
