import * as native from "./native.js";
import { HOST } from "./page-styles.js";
import { opacityOf } from "./shapes.js";

type PageElement = native.PageElement;

/** Less than this shines through. */
const OPAQUE = 0.9;

const PICTURES = new Set(["img", "canvas", "video"]);

/** What opens over a page for a while, and goes again. */
const PASSING = [
  ".Select__menu",
  ".ReactModal__Content",
  ".modal-window",
  ".menu.transition.visible",
  "[popover]",
  ...["listbox", "menu", "dialog", "alertdialog", "tooltip", "status"].map((role) => `[role=${role}]`),
].join();

/**
 * Whether the page paints something over an element at this point, for good: not a menu or a dialog, nor a header that the
 * page scrolls under. False where that cannot be found out: the point is off the window, or the pointer goes through.
 */
export function isCoveredAt(element: PageElement, x: number, y: number): boolean {
  const uppermost = native.elementAt(x, y);
  if (!uppermost || native.holds(element, uppermost)) return false;
  const all = native.elementsAt(x, y);
  const own = all.findIndex((other) => native.holds(element, other));
  return all.slice(0, Math.max(own, 0)).some((other) => covers(other, element));
}

function covers(other: PageElement, element: PageElement): boolean {
  if (native.localName(other) === HOST) return false;
  if (native.holds(other, element))
    return hasOpaqueShape(other) || (isOpaque(native.styleOf(other)) && isBelow(element, other));
  return (isOpaque(native.styleOf(other)) || PICTURES.has(native.localName(other))) && !isPassing(other, element);
}

/** Whether an element lies below the background of one around it. */
function isBelow(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at && at !== outer; at = native.parentOf(at)) {
    if (Number(native.styleOf(at).zIndex) < 0) return true;
  }
  return false;
}

function isPassing(other: PageElement, element: PageElement): boolean {
  for (let at: PageElement | null = other; at && !native.holds(at, element); at = native.parentOf(at)) {
    const { position } = native.styleOf(at);
    if (position === "fixed" || position === "sticky" || native.fits(at, PASSING)) return true;
  }
  return false;
}

function hasOpaqueShape(element: PageElement): boolean {
  return native.generatedIn(element).some((style) => style.position !== "static" && isOpaque(style));
}

function isOpaque({ backgroundColor, opacity }: CSSStyleDeclaration): boolean {
  return opacityOf(backgroundColor) * Number(opacity) >= OPAQUE;
}
