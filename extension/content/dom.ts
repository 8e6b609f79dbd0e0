import type { Outcome } from "../../dist/wasm/preflight.js";
import { LOOKS } from "../domain/outcomes.js";
import * as native from "./native.js";

/** An element with a class and children; texts are always text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = native.make(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** The icon of an outcome; decoration, the word stands beside it. */
export function icon(outcome: Outcome): SVGSVGElement {
  const svg = native.makeSvg("svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = native.makeSvg("path");
  path.setAttribute("d", LOOKS[outcome].icon);
  svg.append(path);
  return svg;
}
