import * as native from "./native.js";
import { FAINT, opacityOf } from "./shapes.js";

type PageElement = native.PageElement;

/** Two colours that differ by less than this in every channel, of 255, nobody tells apart. */
const ALIKE = 12;

/** The colour of a page that sets none. */
const PAPER = "rgb(255, 255, 255)";

/** The colour behind what the page's root holds. */
export function groundOfPage(root: CSSStyleDeclaration): string | null {
  return root.colorScheme.includes("dark") ? groundOn(root, null) : groundOn(root, PAPER);
}

/** The colour behind what an element holds; null where a picture or a translucent colour leaves it unknown. */
export function groundOn(style: CSSStyleDeclaration, outer: string | null): string | null {
  const { backgroundColor, backgroundImage } = style;
  const alpha = opacityOf(backgroundColor);
  if (alpha === 0 && backgroundImage === "none") return outer;
  if (style.backgroundClip.includes("text")) return outer;
  return alpha < 1 || backgroundImage !== "none" ? null : backgroundColor;
}

/** Whether text of this style leaves no ink that can be read: it is transparent, or drawn as dots. */
export function isInkless(style: CSSStyleDeclaration): boolean {
  const security = style.getPropertyValue("-webkit-text-security");
  if (security !== "" && security !== "none") return true;
  if (opacityOf(style.webkitTextFillColor) >= FAINT) return false;
  // Text that its background fills is drawn by that.
  const { backgroundClip, backgroundImage, backgroundColor } = style;
  const isFilled = backgroundImage !== "none" || opacityOf(backgroundColor) >= FAINT;
  return !(backgroundClip.includes("text") && isFilled);
}

/** Whether text of this style cannot be told from the ground that is known behind it. */
export function isLost(
  { webkitTextFillColor, textShadow, webkitTextStrokeWidth }: CSSStyleDeclaration,
  ground: string | null,
) {
  const isPlain = ground !== null && areAlike(webkitTextFillColor, ground);
  return isPlain && textShadow === "none" && Number.parseFloat(webkitTextStrokeWidth || "0") === 0;
}

function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [first, second] = [a, b].map(channels);
  return !!first && !!second && first.every((value, at) => Math.abs(value - (second[at] ?? 0)) < ALIKE);
}

function channels(colour: string): number[] | null {
  const [, red, green, blue] = /^rgba?\((\d+), (\d+), (\d+)/.exec(colour) ?? [];
  return red === undefined ? null : [red, green, blue].map(Number);
}

/** Whether something that is not around the element paints the ground at this point: a neighbour, or a generated box. */
export function isPaintedOver(element: PageElement, x: number, y: number): boolean {
  return native.elementsAt(x, y).some((other) => {
    if (native.holds(other, element)) return native.generatedIn(other).some(hasGround);
    return hasGround(native.styleOf(other)) || PICTURES.has(native.localName(other));
  });
}

const PICTURES = new Set(["img", "svg", "canvas", "video"]);

function hasGround({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean {
  return backgroundImage !== "none" || opacityOf(backgroundColor) > 0;
}
