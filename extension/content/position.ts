import * as native from "./native.js";

/** How a sign stands to the element that it is anchored to. */
export interface Place {
  /** The element that gets the outline. */
  frame: native.PageElement;
  /** The element that the sign is anchored to: the frame, or the text beside a box. */
  anchor: native.PageElement;
  /** Inside the anchor's right end, or after the text that starts at its left end. */
  side: "inside" | "after";
  /** Distance from that end, in CSS pixels. */
  inset: number;
  /** Widest that the sign may be. */
  room: number;
  /** Under the sign is a control: a press there is meant for it. */
  isControl: boolean;
}

const CONTROL = "input, textarea, select, button, .Select__control, [role=combobox], [contenteditable]";

const GAP = 6;
const ROOM_FOR_WORD = 84;
const ROOM_FOR_ICON = 24;

/**
 * Where the sign of a field goes, so that it covers no value while there is room; `standIn` is what the page draws in the
 * place of a box that it hides. Reads layout, writes nothing.
 */
export function placeOf(target: native.PageElement, label: native.PageElement | null, standIn = target): Place {
  if (native.fits(target, "input[type=checkbox], input[type=radio], [role=checkbox], [role=switch]")) {
    return after(standIn, label ?? standIn);
  }
  return inside(native.closestTo(target, ".Select__control") ?? target);
}

/** What there is room for: the whole sign as far as it goes, its icon, or not even that. */
export function spaceFor({ room }: Place): "roomy" | "compact" | "crowded" {
  if (room >= ROOM_FOR_WORD) return "roomy";
  return room >= ROOM_FOR_ICON ? "compact" : "crowded";
}

/**
 * True when something of the page lies over the sign (an open menu, a dialog, a fixed toolbar), or when the frame is
 * scrolled out of its container: the sign then has to go, as if it were part of the page.
 */
export function isCovered(sign: HTMLElement, place: Place): boolean {
  const host = native.asPageElement((sign.getRootNode() as ShadowRoot).host);
  const { anchor } = place;
  return cornersOf(sign, place).some(([x, y]) => {
    const uppermost = native.elementsAt(x, y).find((element) => element !== host);
    // What stands around the anchor or beside it in the same row does not cover it.
    return uppermost && !native.holds(uppermost, anchor) && !native.holds(native.parentOf(anchor) ?? anchor, uppermost);
  });
}

/** Two corners of a sign. Reckoned from its anchor: while the page scrolls, a sign's own box is a frame behind. */
function cornersOf({ offsetWidth, offsetHeight }: HTMLElement, { anchor, side, inset }: Place): [number, number][] {
  const box = native.boxOf(anchor);
  const left = side === "inside" ? box.right - inset - offsetWidth : box.left + inset;
  const top = (box.top + box.bottom - offsetHeight) / 2;
  return [
    [left + 1, top + 1],
    [left + offsetWidth - 1, top + offsetHeight - 1],
  ];
}

function inside(frame: native.PageElement): Place {
  const box = native.boxOf(frame);
  const indicators = native.firstIn(frame, ":scope > .Select__indicators");
  const end = indicators ? native.boxOf(indicators).left : box.right;
  const room = end - GAP - Math.max(textEnd(frame, end), box.left);
  return {
    frame,
    anchor: frame,
    side: "inside",
    inset: Math.round(box.right - end + GAP),
    room: room - GAP,
    isControl: native.fits(frame, CONTROL),
  };
}

function after(target: native.PageElement, label: native.PageElement): Place {
  const start = native.boxOf(label).left;
  const end = Math.max(textEnd(label, Number.POSITIVE_INFINITY), native.boxOf(target).right) + GAP;
  const around = native.closestTo(label, "[class*=col-], .row, td, li") ?? native.parentOf(label);
  const row = native.boxOf(around ?? label);
  const room = row.right - end;
  return { frame: target, anchor: label, side: "after", inset: Math.round(end - start), room, isControl: false };
}

/** Right end of the text in an element, as far as it lies left of `limit`. */
function textEnd(element: native.PageElement, limit: number): number {
  if (native.fits(element, "input, textarea")) {
    const { left, width } = native.boxOf(element);
    return left + width / 2;
  }
  const shown = native.firstIn(element, ":scope > .Select__value-container") ?? element;
  const range = native.makeRange();
  let end = 0;
  for (const text of native.textsIn(shown)) {
    native.spanNode(range, text);
    for (const { right, width } of range.getClientRects()) if (width > 0) end = Math.max(end, right);
  }
  return Math.min(limit, end);
}
