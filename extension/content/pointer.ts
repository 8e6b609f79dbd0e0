import { make } from "./dom.js";
import * as native from "./native.js";
import { placeOf } from "./place.js";

/** The tour's pointer: an outline around what is to be clicked next, and a note beside it that says so. */
export class Pointer {
  readonly element = make("div", "pointer");
  /** What it points at. */
  target: native.PageElement | null = null;

  constructor() {
    this.element.popover = "manual";
    this.element.role = "status";
  }

  /** Points at an element of the page; at none, it goes. The page scrolls only to what it has not been at yet. */
  point(element: native.PageElement | null | undefined, text: string): void {
    const target = element && native.isConnected(element) ? placeOf(element, null).frame : null;
    if (this.element.textContent !== text) this.element.textContent = text;
    const isNew = target !== this.target;
    if (isNew) this.leave();
    this.target = target;
    if (!target) return;
    if (!this.element.matches(":popover-open")) native.showBeside(this.element, target);
    if (!isNew) return;
    const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    native.scrollTo(target, { block: "nearest", inline: "nearest", behavior: reduced ? "instant" : "smooth" });
  }

  private leave(): void {
    if (this.element.matches(":popover-open")) this.element.hidePopover();
  }
}
