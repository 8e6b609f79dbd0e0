import { elementIn, holds, type PageElement } from "./native.js";
import type { Place } from "./position.js";

/** A sign in its place. */
export interface Placed {
  sign: HTMLElement;
  place: Place;
}

/**
 * Tells when the pointer comes to lie on a sign over a control. Such a sign lets everything through, so that a press always
 * reaches the control, and hears of no pointer itself: where it lies is reckoned.
 */
export class Hover<Item extends Placed> {
  private last: Item | null = null;

  constructor(
    private readonly host: Element,
    private readonly items: () => Iterable<Item>,
    private readonly enter: (item: Item) => void,
    private readonly leave: (item: Item) => void,
  ) {}

  /** The pointer moved. */
  move({ target, clientX, clientY }: PointerEvent): void {
    const onHost = target === this.host;
    const under = onHost ? null : elementIn(target);
    const now = under && this.itemAt(under, clientX, clientY);
    if (now === this.last) return;
    // Between a sign and its tip, which is in the host, is no leaving.
    if (this.last && !onHost) this.leave(this.last);
    this.last = now;
    if (now) this.enter(now);
  }

  private itemAt(target: PageElement, x: number, y: number): Item | null {
    for (const item of this.items()) {
      const { sign, place } = item;
      const isThere = place.isControl && holds(place.frame, target) && isSeen(sign);
      if (isThere && isIn(sign.getBoundingClientRect(), x, y)) return item;
    }
    return null;
  }
}

/** A sign that is hidden, because something covers it or marks are off, has nothing to say. */
function isSeen(sign: HTMLElement): boolean {
  return sign.style.visibility !== "hidden";
}

function isIn({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}
