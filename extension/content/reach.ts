import * as native from "./native.js";
import { overlap, type Rect } from "./shapes.js";

type PageElement = native.PageElement;

/** While one of these is open, many pages do not scroll; what is under it is there all the same. */
const DIALOGS =
  "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true], .modal-open, .ReactModal__Body--open";

/** Whether a person can scroll a box of this overflow. */
export function scrolls(overflow: string): boolean {
  return overflow === "auto" || overflow === "scroll";
}

/** Where in the window something in a scroll box may lie and still be scrolled to. */
export function reachOf(
  element: PageElement | null,
  box: { left: number; top: number; right: number } | null = null,
): Rect {
  if (!element) return inWindow();
  const [width, height] = [native.scrollWidth(element), native.scrollHeight(element)];
  const { left, top, right } = box ?? { left: 0, top: 0, right: innerWidth };
  const isFromTheRight = native.styleOf(element).direction === "rtl";
  const start = isFromTheRight ? right - width - native.scrollLeft(element) : left - native.scrollLeft(element);
  const above = top - native.scrollTop(element);
  return { left: start, top: above, right: start + width, bottom: above + height };
}

/** The same of the whole page. */
export function pageReach(): Rect {
  const reach = reachOf(native.scroller());
  const { x, y } = locks();
  if (!x && !y) return reach;
  const seen = overlap(reach, inWindow());
  return {
    left: x ? seen.left : reach.left,
    right: x ? seen.right : reach.right,
    top: y ? seen.top : reach.top,
    bottom: y ? seen.bottom : reach.bottom,
  };
}

/** In which direction the page does not scroll, however much it holds. */
function locks(): { x: boolean; y: boolean } {
  const [root, body] = [native.root(), native.body()];
  if (!root || !body) return { x: false, y: false };
  const own = native.styleOf(root);
  // The body's overflow is the window's where the root has none.
  const { overflowX, overflowY } = own.overflow === "visible" ? native.styleOf(body) : own;
  const [x, y] = [overflowX, overflowY].map((overflow) => overflow === "hidden" || overflow === "clip");
  if ((!x && !y) || native.firstIn(root, DIALOGS)) return { x: false, y: false };
  return { x: x === true, y: y === true };
}

function inWindow(): Rect {
  return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
}
