import { type Box, placeBubble, seenThrough } from "./bubble.js";
import { make } from "./dom.js";
import * as native from "./native.js";
import { placeOf } from "./position.js";

/** What opens over a page and is to be used, or read, while it is open. */
const OVER = [
  ".Select__menu",
  "[role=listbox]",
  "[role=menu]",
  ".menu.transition.visible",
  "[role=dialog]",
  ".ReactModal__Content",
  ".modal-window",
].join();

/** What else a person may want to see or press. */
const USED = "button, input, textarea, select, label, [role=tab], .Select__control, .read-value";

/** What Preflight shows itself at this time: at the element that is pointed at, and anywhere else. */
export interface Own {
  at: Box[];
  elsewhere: Box[];
}

/** The tour's pointer: an outline around what is to be clicked next, and a bubble beside it that says so. */
export class Pointer {
  readonly element = make("div", "pointer");
  /** What it points at. */
  target: native.PageElement | null = null;
  private clear: native.PageElement[] = [];

  /** `own` tells which signs there are. */
  constructor(private readonly own: (target: native.PageElement) => Own) {
    this.element.popover = "manual";
    this.element.role = "status";
  }

  /**
   * Points at an element of the page; at none, it goes. The page scrolls only to what it has not been at yet. The bubble
   * leaves the elements in `clear` free.
   */
  point(element: native.PageElement | null | undefined, text: string, clear: native.PageElement[] = []): void {
    const target = element && native.isConnected(element) ? placeOf(element, null).frame : null;
    this.clear = clear;
    if (this.element.textContent !== text) this.element.textContent = text;
    const isNew = target !== this.target;
    this.target = target;
    const isShown = this.element.matches(":popover-open");
    if (!target && isShown) this.element.hidePopover();
    if (!target) return;
    if (!isShown) native.showBeside(this.element, target);
    if (isNew) {
      const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
      native.scrollTo(target, { block: "nearest", inline: "nearest", behavior: reduced ? "instant" : "smooth" });
    }
    this.follow();
  }

  /** Puts the bubble where it covers nothing that is to be used: what is on the page may have moved. */
  follow(): void {
    const { target, element } = this;
    if (!target) return;
    const box = native.isConnected(target) ? seenBox(target) : null;
    const place = box && (this.place(target, box, "") ?? this.place(target, box, "9em"));
    element.style.visibility = place ? "" : "hidden";
    if (!place) return;
    element.style.left = `${Math.round(place.left)}px`;
    element.style.top = `${Math.round(place.top)}px`;
  }

  private place(target: native.PageElement, box: Box, maxWidth: string) {
    this.element.style.maxWidth = maxWidth;
    const { width, height } = this.element.getBoundingClientRect();
    const own = this.own(target);
    const over = allOnPage(OVER).filter((element) => !native.holds(element, target));
    return placeBubble(
      { width: Math.ceil(width), height: Math.ceil(height) },
      {
        target: box,
        clear: [...boxesOf(over), ...boxesOf(this.clear), ...own.at],
        rather: [...boxesOf(allOnPage(USED)), ...own.elsewhere],
        window: { width: innerWidth, height: innerHeight },
      },
    );
  }
}

function allOnPage(selector: string): native.PageElement[] {
  const root = native.root();
  return root ? native.allIn(root, selector) : [];
}

/** The boxes of those that are to be seen. */
function boxesOf(elements: native.PageElement[]): Box[] {
  const boxes = elements.filter(native.isRendered).map(native.boxOf);
  return boxes.filter(({ width, height }) => width > 0 && height > 0);
}

/** The part of an element that the window and its scrolling panes show; null where it is scrolled out of them. */
function seenBox(element: native.PageElement): Box | null {
  let seen = seenThrough(native.boxOf(element), { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  const end = native.body();
  for (let pane = native.parentOf(element); seen && pane && pane !== end; pane = native.parentOf(pane)) {
    const { overflowX, overflowY } = native.styleOf(pane);
    if (overflowX !== "visible" || overflowY !== "visible") seen = seenThrough(seen, native.boxOf(pane));
  }
  return seen;
}
