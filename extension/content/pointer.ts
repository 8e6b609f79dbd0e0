import { make } from "./dom.js";
import { placeOf } from "./place.js";
import { POINTED } from "./sheet.js";

/** The tour's pointer: an outline around what is to be clicked next, and a note beside it that says so. */
export class Pointer {
  readonly element = make("div", "pointer");
  private target: Element | null = null;

  constructor() {
    this.element.popover = "manual";
    this.element.role = "status";
  }

  /** Points at an element of the page; at none, it goes. The page scrolls only to what it has not been at yet. */
  point(element: Element | null | undefined, text: string): void {
    const target = element?.isConnected ? placeOf(element, null).frame : null;
    if (this.element.textContent !== text) this.element.textContent = text;
    if (target === this.target) {
      // React may have written the element's attributes anew.
      target?.setAttribute(POINTED, "");
      return;
    }
    this.leave();
    this.target = target;
    if (!target) return;
    target.setAttribute(POINTED, "");
    this.element.showPopover({ source: target as HTMLElement });
    const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: reduced ? "instant" : "smooth" });
  }

  private leave(): void {
    if (!this.target) return;
    this.target.removeAttribute(POINTED);
    this.element.hidePopover();
  }
}
