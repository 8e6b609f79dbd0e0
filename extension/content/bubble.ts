/** A rectangle in CSS pixels, from the window's left upper corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What a bubble has to be placed among. */
export interface Scene {
  /** What it points at. */
  target: Box;
  /** What it never covers, besides the target: open menus, buttons that come next, the target's own sign. */
  clear: readonly Box[];
  /** What it covers only where there is no other room. */
  rather: readonly Box[];
  window: { width: number; height: number };
}

interface Size {
  width: number;
  height: number;
}

interface Point {
  left: number;
  top: number;
}

/** Distance from what it points at: the outline lies between. */
const GAP = 10;

/** Distance from what else it leaves free, and from the window's edges. */
const EDGE = 4;

/** Where a bubble goes so that it covers nothing that is to be used; null where there is no such place. */
export function placeBubble(size: Size, { target, clear, rather, window }: Scene): Point | null {
  const kept = [grown(target, GAP - 1), ...clear.map((box) => grown(box, EDGE - 1))];
  const fits = (at: Point) => {
    const box = boxAt(at, size);
    return isInside(box, window) && !kept.some((other) => overlap(box, other) > 0);
  };
  let best: { at: Point; cost: number } | null = null;
  for (const at of candidates(size, [target, ...clear], window)) {
    if (!fits(at)) continue;
    const box = boxAt(at, size);
    const covered = rather.reduce((sum, other) => sum + overlap(box, other), 0);
    const cost = covered + distance(box, target);
    if (best === null || cost < best.cost) best = { at, cost };
  }
  return best?.at ?? null;
}

/** Beside the target on each side, beside whatever else it leaves free, and in the window's corners; nearest sides first. */
function* candidates(size: Size, boxes: readonly Box[], window: Size): Generator<Point> {
  const within = ({ left, top }: Point) => ({
    left: Math.max(EDGE, Math.min(left, window.width - size.width - EDGE)),
    top: Math.max(EDGE, Math.min(top, window.height - size.height - EDGE)),
  });
  for (const box of boxes) {
    const lefts = [box.left, box.right - size.width, (box.left + box.right - size.width) / 2];
    const tops = [box.top, box.bottom - size.height, (box.top + box.bottom - size.height) / 2];
    for (const left of lefts) {
      yield within({ left, top: box.top - size.height - GAP });
      yield within({ left, top: box.bottom + GAP });
    }
    for (const top of tops) {
      yield within({ left: box.right + GAP, top });
      yield within({ left: box.left - size.width - GAP, top });
    }
  }
  for (const left of [0, window.width / 2, window.width])
    for (const top of [0, window.height]) yield within({ left, top });
}

/** The part of a box that can be seen through another one; null where that is nothing. */
export function seenThrough(box: Box, pane: Box): Box | null {
  const seen = {
    left: Math.max(box.left, pane.left),
    top: Math.max(box.top, pane.top),
    right: Math.min(box.right, pane.right),
    bottom: Math.min(box.bottom, pane.bottom),
  };
  return seen.left < seen.right && seen.top < seen.bottom ? seen : null;
}

/** The area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function boxAt({ left, top }: Point, { width, height }: Size): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function isInside({ left, top, right, bottom }: Box, { width, height }: Size): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

/** From edge to edge. */
function distance(a: Box, b: Box): number {
  const across = Math.max(a.left - b.right, b.left - a.right, 0);
  const down = Math.max(a.top - b.bottom, b.top - a.bottom, 0);
  return Math.hypot(across, down);
}
