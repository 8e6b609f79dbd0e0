import * as native from "./native.js";
import * as shapes from "./shapes.js";
import { isBox, standIn } from "./stand-in.js";

type PageElement = native.PageElement;

/** Smaller letters than this, in CSS pixels, nobody reads. */
const LEAST_FONT = 4;

/** What is visible of an element's surroundings and of what it holds. */
interface View {
  style: CSSStyleDeclaration;
  /** How opaque it is drawn, with all that is around it. */
  opacity: number;
  /** Its text is struck through, by its own style or by one around it. */
  struck: boolean;
  /** Nothing in it is to be seen, wherever it is placed: it is inert, masked or clipped away. */
  gone: boolean;
  /** Where it is to be seen itself. */
  around: shapes.Rect;
  /** Where what it holds is to be seen, after it was scrolled to. */
  within: shapes.Rect;
}

/**
 * Says of texts and controls whether a person can see them. It reads styles and layout and writes nothing, so that the
 * browser lays the page out once; what it finds of containers holds for one capture.
 */
export class Sight {
  private readonly views = new Map<PageElement, View>();
  private readonly range = native.makeRange();
  private readonly page = reachOf(native.scroller());
  private readonly root = native.root();

  /** `standIns` is told what is drawn in the place of hidden boxes. */
  constructor(private readonly standIns: Map<PageElement, PageElement>) {}

  /** Whether some of these texts, which stand in the element itself, can be seen. */
  seesTexts(element: PageElement, texts: native.PageNode[]): boolean {
    const view = this.view(element);
    const { style } = view;
    if (view.gone || view.opacity < shapes.FAINT || style.contentVisibility === "hidden" || isInkless(style))
      return false;
    if (staysInBox(style) && this.seesBox(element)) return true;
    return texts.some((text) => {
      native.spanNode(this.range, text);
      return shapes.isLargeEnough(shapes.overlap(this.range.getBoundingClientRect(), view.within));
    });
  }

  /** Whether what stands in the element is struck through. */
  isStruck(element: PageElement): boolean {
    return this.view(element).struck;
  }

  /** Whether a control can be seen, or what draws it in its place. */
  seesControl(element: PageElement): boolean {
    if (this.seesBox(element) && !this.hidesValue(element)) return true;
    const drawn = isBox(element) ? standIn(element, (other) => this.seesBox(other)) : null;
    if (drawn) this.standIns.set(element, drawn);
    return drawn !== null;
  }

  /** Whether something of the element's box can be seen. */
  seesBox(element: PageElement): boolean {
    const { gone, opacity, around } = this.view(element);
    return !gone && opacity >= shapes.FAINT && shapes.isLargeEnough(shapes.overlap(native.boxOf(element), around));
  }

  /** A text field whose text nobody can see. */
  private hidesValue(element: PageElement): boolean {
    if (isBox(element)) return false;
    const { style } = this.view(element);
    return (
      isInkless(style) || Number.parseFloat(style.fontSize) < LEAST_FONT || Number.parseFloat(style.textIndent) < -100
    );
  }

  private view(element: PageElement): View {
    const unknown: PageElement[] = [];
    let known: View | null = null;
    for (let at: PageElement | null = element; at && !known; at = native.parentOf(at)) {
      known = this.views.get(at) ?? null;
      if (!known) unknown.push(at);
    }
    // From the outside in; not by recursion, because a page may be deeper than the stack.
    let view = known;
    for (const at of unknown.reverse()) {
      view = this.look(at, view);
      this.views.set(at, view);
    }
    return view ?? this.look(element, null);
  }

  private look(element: PageElement, outer: View | null): View {
    const style = native.styleOf(element);
    const { opacity, filter, position, textDecorationLine } = style;
    const around = this.clipOf(element, position, outer);
    const view: View = {
      style,
      opacity: (outer?.opacity ?? 1) * Number(opacity) * shapes.leftByFilter(filter),
      struck: outer?.struck === true || textDecorationLine.includes("line-through"),
      gone: outer?.gone === true || native.hasAttributeOf(element, "inert"),
      around,
      within: around,
    };
    this.cut(element, view, position);
    if (outer && native.parentOf(element) !== this.root) this.scroll(element, view);
    return view;
  }

  /** Where an element of this position can be seen: what is placed freely is not clipped by all that contains it. */
  private clipOf(element: PageElement, position: string, outer: View | null): shapes.Rect {
    if (!outer) return this.page;
    if (position !== "absolute" && position !== "fixed") return outer.within;
    for (let at = native.parentOf(element); at; at = native.parentOf(at)) {
      const view = this.views.get(at);
      const isPositioned = position === "absolute" && view?.style.position !== "static";
      if (view && (isPositioned || view.style.transform !== "none")) return view.within;
    }
    return position === "fixed" ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight } : this.page;
  }

  /** What masks, clips and turned backs leave of it and of all that it holds. */
  private cut(element: PageElement, view: View, position: string): void {
    const { style } = view;
    const { clipPath, maskImage } = style;
    if (maskImage !== "none") view.gone ||= shapes.isMaskedAway(maskImage, style.maskSize);
    if (style.backfaceVisibility === "hidden" && style.transform !== "none") {
      view.gone ||= new DOMMatrix(style.transform).m33 < 0;
    }
    // `clip` is for what is placed freely.
    const clip = position === "absolute" || position === "fixed" ? style.clip : "auto";
    if (clipPath === "none" && clip === "auto") return;
    const box = native.boxOf(element);
    const left = shapes.overlap(
      view.around,
      shapes.overlap(shapes.leftByPath(clipPath, box), shapes.leftByClip(clip, box)),
    );
    view.gone ||= !shapes.isLargeEnough(left);
    view.within = left;
  }

  /** What its own edges leave of what it holds. */
  private scroll(element: PageElement, view: View): void {
    if (view.style.overflow === "visible") return;
    const { overflowX, overflowY, display } = view.style;
    if (display === "inline" || display === "contents") return;
    const box = native.boxOf(element);
    const left = shapes.overlap(box, view.within);
    if (!shapes.isLargeEnough(left)) {
      view.within = shapes.NOWHERE;
      return;
    }
    const reach = scrolls(overflowX) || scrolls(overflowY) ? reachOf(element, box) : left;
    const [across, along] = [pick(overflowX, view.within, left, reach), pick(overflowY, view.within, left, reach)];
    view.within = { left: across.left, right: across.right, top: along.top, bottom: along.bottom };
  }
}

/** Whether an element's text lies in its box, which is asked for at less than half the cost of the text's own. */
function staysInBox({ overflow, textIndent, fontSize }: CSSStyleDeclaration): boolean {
  return overflow === "visible" && textIndent === "0px" && Number.parseFloat(fontSize) >= LEAST_FONT;
}

/** Whether text of this style leaves no ink. Text that its background fills is drawn by that. */
function isInkless({ webkitTextFillColor, backgroundClip }: CSSStyleDeclaration): boolean {
  return shapes.opacityOf(webkitTextFillColor) < shapes.FAINT && !backgroundClip.includes("text");
}

function scrolls(overflow: string): boolean {
  return overflow === "auto" || overflow === "scroll";
}

function pick(overflow: string, visible: shapes.Rect, clipped: shapes.Rect, reach: shapes.Rect): shapes.Rect {
  if (overflow === "visible") return visible;
  return scrolls(overflow) ? reach : clipped;
}

/** Where in the window something in a scroll box may lie and still be scrolled to. */
function reachOf(
  element: PageElement | null,
  box: { left: number; top: number; right: number } | null = null,
): shapes.Rect {
  if (!element) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const [width, height] = [native.scrollWidth(element), native.scrollHeight(element)];
  const { left, top, right } = box ?? { left: 0, top: 0, right: innerWidth };
  const isFromTheRight = native.styleOf(element).direction === "rtl";
  const start = isFromTheRight ? right - width - native.scrollLeft(element) : left - native.scrollLeft(element);
  const above = top - native.scrollTop(element);
  return { left: start, top: above, right: start + width, bottom: above + height };
}
