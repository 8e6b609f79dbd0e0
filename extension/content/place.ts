/** How a sign stands to the element that it is anchored to. */
export interface Place {
  /** The element that gets the outline. */
  frame: Element;
  /** The element that the sign is anchored to: the frame, or the text beside a box. */
  anchor: Element;
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

/** Where the sign of a field goes, so that it covers no value while there is room. Reads layout, writes nothing. */
export function placeOf(target: Element, label: Element | null): Place {
  if (target.matches("input[type=checkbox], input[type=radio], [role=checkbox], [role=switch]")) {
    return after(target, label ?? target);
  }
  return inside(target.closest(".Select__control") ?? target);
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
  const { host } = sign.getRootNode() as ShadowRoot;
  const { anchor } = place;
  return cornersOf(sign, place).some(([x, y]) => {
    const uppermost = document.elementsFromPoint(x, y).find((element) => element !== host);
    // What stands around the anchor or beside it in the same row does not cover it.
    return uppermost && !uppermost.contains(anchor) && !(anchor.parentElement ?? anchor).contains(uppermost);
  });
}

/** Two corners of a sign. Reckoned from its anchor: while the page scrolls, a sign's own box is a frame behind. */
function cornersOf({ offsetWidth, offsetHeight }: HTMLElement, { anchor, side, inset }: Place): [number, number][] {
  const box = anchor.getBoundingClientRect();
  const left = side === "inside" ? box.right - inset - offsetWidth : box.left + inset;
  const top = (box.top + box.bottom - offsetHeight) / 2;
  return [
    [left + 1, top + 1],
    [left + offsetWidth - 1, top + offsetHeight - 1],
  ];
}

function inside(frame: Element): Place {
  const box = frame.getBoundingClientRect();
  const indicators = frame.querySelector(":scope > .Select__indicators")?.getBoundingClientRect();
  const end = indicators ? indicators.left : box.right;
  const room = end - GAP - Math.max(textEnd(frame, end), box.left);
  return {
    frame,
    anchor: frame,
    side: "inside",
    inset: Math.round(box.right - end + GAP),
    room: room - GAP,
    isControl: frame.matches(CONTROL),
  };
}

function after(target: Element, label: Element): Place {
  const start = label.getBoundingClientRect().left;
  const end = Math.max(textEnd(label, Number.POSITIVE_INFINITY), target.getBoundingClientRect().right) + GAP;
  const row = (label.closest("[class*=col-], .row, td, li") ?? label.parentElement ?? label).getBoundingClientRect();
  const room = row.right - end;
  return { frame: target, anchor: label, side: "after", inset: Math.round(end - start), room, isControl: false };
}

/** Right end of the text in an element, as far as it lies left of `limit`. */
function textEnd(element: Element, limit: number): number {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const { left, width } = element.getBoundingClientRect();
    return left + width / 2;
  }
  const shown = element.querySelector(":scope > .Select__value-container") ?? element;
  const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let end = 0;
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    for (const { right, width } of range.getClientRects()) if (width > 0) end = Math.max(end, right);
  }
  return Math.min(limit, end);
}
