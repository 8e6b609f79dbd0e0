import * as native from "./native.js";
import { opacityOf } from "./shapes.js";

type PageElement = native.PageElement;

/** Containers that hold a box together with what is drawn in its place: the library's own, and one around it. */
const MAX_CLIMB = 2;

/** Widest and highest that a drawn box or switch is, in CSS pixels; a cell with a background is larger. */
const MAX_SIZE = 80;

/** True for a check box or radio button of the browser's own. */
export function isBox(element: PageElement): boolean {
  const type = native.controlOf(element)?.type;
  return type === "checkbox" || type === "radio";
}

/**
 * What a page draws in the place of a box that it hides: Semantic UI and others make the browser's own box transparent or a
 * pixel in size, and draw one of theirs beside or around it. Null where nothing is drawn that looks like a box and can be
 * seen: a label's text alone says nothing of a tick.
 */
export function standIn(box: PageElement, isSeen: (element: PageElement) => boolean): PageElement | null {
  let held = box;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const around = native.parentOf(held);
    if (!around || native.allIn(around, "input, select, textarea").length > 1) return null;
    const drawn = [...childrenOf(around).filter((child) => child !== held), around].find(
      (element) => isDrawn(element) && isSeen(element),
    );
    // A container without text is the library's own: what it draws may stand beside that.
    if (drawn || !isEmpty(around)) return drawn ?? null;
    held = around;
  }
  return null;
}

function* walk(from: PageElement | null): Generator<PageElement> {
  for (let at = from; at; at = native.nextOf(at)) yield at;
}

function childrenOf(element: PageElement): PageElement[] {
  return [...walk(native.firstChild(element))];
}

/** Whether the element looks like a box: it is an empty shape of its own, or has one before or after its text. */
export function isDrawn(element: PageElement): boolean {
  const isShape = isEmpty(element) && hasPaint(native.styleOf(element));
  return isShape || native.generatedIn(element).some(isGeneratedShape) || isPicture(element);
}

function isEmpty(element: PageElement): boolean {
  return (native.allText(element) ?? "").trim() === "";
}

function isPicture(element: PageElement): boolean {
  return native.localName(element) === "svg" || native.localName(element) === "img";
}

/** A generated box or tick: nothing but paint, or a symbol. A `*` or a word is none. */
function isGeneratedShape(style: CSSStyleDeclaration): boolean {
  const { content, display, opacity } = style;
  if (display === "none" || Number(opacity) === 0) return false;
  const text = content.replace(/^"(.*)"$/s, "$1");
  return text === "" ? hasPaint(style) : /^[\p{So}\p{Sm}\p{Co}\u2713-\u2718]$/u.test(text);
}

function hasPaint({
  backgroundColor,
  backgroundImage,
  borderTopWidth,
  borderTopColor,
  boxShadow,
  width,
  height,
}: CSSStyleDeclaration) {
  const [across, along] = [Number.parseFloat(width), Number.parseFloat(height)];
  const isBoxSized = across >= 4 && along >= 4 && across <= MAX_SIZE && along <= MAX_SIZE;
  const hasBorder = Number.parseFloat(borderTopWidth) > 0 && opacityOf(borderTopColor) > 0;
  return (
    isBoxSized && (opacityOf(backgroundColor) > 0 || backgroundImage !== "none" || hasBorder || boxShadow !== "none")
  );
}
