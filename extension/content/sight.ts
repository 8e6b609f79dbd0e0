import { isCoveredAt } from "./cover.js";
import * as ink from "./ink.js";
import { isMaskedAway } from "./mask.js";
import * as native from "./native.js";
import { pageReach, reachOf, scrolls } from "./reach.js";
import * as shapes from "./shapes.js";
import { isBox, isDrawn, standIn } from "./stand-in.js";
import { isEdgeOn, turnOf } from "./turn.js";

type PageElement = native.PageElement;

/** Smaller letters than this, in CSS pixels, nobody reads. */
const LEAST_FONT = 4;

/** Elements that name things: what they name is looked at. */
const NAMES = new Set("label legend th h1 h2 h3 h4 h5 h6 button a li".split(" "));

/** So far from its left edge, in CSS pixels, an element's text has begun. */
const START = 12;

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
  /** What paths and clips leave of whatever it holds, however that is placed. */
  cut: shapes.Rect;
  /** How it is turned in space; null where it is not. */
  turn: DOMMatrix | null;
  /** The colour behind what it holds; null where that is not known. */
  ground: string | null;
}

/** What makes a container that holds even what is placed freely. */
const CONTAINS = /transform|translate|rotate|scale|perspective|filter/;

/**
 * Says of texts and controls whether a person can see them. It reads styles and layout and writes nothing, so that the
 * browser lays the page out once; what it finds of containers holds for one capture.
 */
export class Sight {
  private readonly views = new Map<PageElement, View>();
  private readonly range = native.makeRange();
  private readonly page = pageReach();
  private readonly root = native.root();

  /** `standIns` is told what is drawn in the place of hidden boxes. */
  constructor(private readonly standIns: Map<PageElement, PageElement>) {}

  /** Whether some of these texts, which stand in the element itself, can be seen. */
  seesTexts(element: PageElement, texts: native.PageNode[]): boolean {
    const view = this.view(element);
    const { style } = view;
    if (view.gone || view.opacity < shapes.FAINT || style.contentVisibility === "hidden" || ink.isInkless(style))
      return false;
    if (ink.isLost(style, view.ground) && !this.isPaintedOver(element)) return false;
    if (staysInBox(style) && this.isBoxInSight(element)) return !this.isCovered(element, native.boxOf(element));
    return texts.some((text) => {
      native.spanNode(this.range, text);
      const box = this.range.getBoundingClientRect();
      return shapes.isLargeEnough(shapes.overlap(box, view.within)) && !this.isCovered(element, box);
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
    return this.isBoxInSight(element) && !this.isCovered(element, native.boxOf(element));
  }

  /** Whether something is painted over an element, there where its text begins. What names fields is covered with its row. */
  private isCovered(element: PageElement, { left, top, right, bottom }: shapes.Rect): boolean {
    if (NAMES.has(native.localName(element))) return false;
    return isCoveredAt(element, Math.min((left + right) / 2, left + START), (top + bottom) / 2);
  }

  private isBoxInSight(element: PageElement): boolean {
    const { gone, opacity, around } = this.view(element);
    return !gone && opacity >= shapes.FAINT && shapes.isLargeEnough(shapes.overlap(native.boxOf(element), around));
  }

  /** A text field whose text nobody can see. */
  private hidesValue(element: PageElement): boolean {
    const { style, ground } = this.view(element);
    // A box without the browser's own look is what the page draws.
    if (isBox(element)) return style.appearance === "none" && !isDrawn(element);
    if (ink.isInkless(style) || (ink.isLost(style, ground) && !this.isPaintedOver(element))) return true;
    return Number.parseFloat(style.fontSize) < LEAST_FONT || Number.parseFloat(style.textIndent) < -100;
  }

  private isPaintedOver(element: PageElement): boolean {
    const { left, right, top, bottom } = native.boxOf(element);
    return ink.isPaintedOver(element, (left + right) / 2, (top + bottom) / 2);
  }

  private view(element: PageElement): View {
    const unknown: PageElement[] = [];
    let known: View | null = null;
    for (let at: PageElement | null = element; at && !known; at = native.drawnIn(at)) {
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
    const { opacity, filter, position, textDecorationLine, display } = style;
    const struck = outer?.struck === true || textDecorationLine.includes("line-through");
    const isInert = native.hasAttributeOf(element, "inert");
    // It has no box, and nothing of its style but what is inherited.
    if (outer && display === "contents") return { ...outer, style, struck, gone: outer.gone || isInert };
    const around = this.clipOf(element, position, outer);
    const view: View = {
      style,
      opacity: (outer?.opacity ?? 1) * Number(opacity) * shapes.leftByFilter(filter),
      struck,
      gone: outer?.gone === true || isInert || (outer !== null && this.isPicture(element, filter)),
      around,
      within: around,
      cut: outer?.cut ?? shapes.EVERYWHERE,
      turn: turnOf(style, outer?.turn && outer.style.transformStyle === "preserve-3d" ? outer.turn : null),
      ground: outer ? ink.groundOn(style, outer.ground) : ink.groundOfPage(style),
    };
    this.turn(view, outer);
    this.cut(element, view, position);
    if (outer && !this.isBody(element)) this.scroll(element, view);
    return view;
  }

  /** Filtered by the page's own picture, of which nobody knows what it leaves; over a whole page, it is another theme. */
  private isPicture(element: PageElement, filter: string): boolean {
    return filter.includes("url(") && element !== native.body();
  }

  /** Whether what the element does not show makes the whole page scroll. */
  private isBody(element: PageElement): boolean {
    return element === native.body() && !!this.root && native.styleOf(this.root).overflow === "visible";
  }

  /** What turns leave: nothing of what is edge-on, shows its back, or lies behind the eye. */
  private turn(view: View, outer: View | null): void {
    const { style, turn } = view;
    if (!turn) return;
    const isBehind = outer && turn.m43 >= Number.parseFloat(outer.style.perspective);
    view.gone ||= isEdgeOn(turn) || isBehind === true || (style.backfaceVisibility === "hidden" && turn.m33 < 0);
  }

  /** Where an element of this position can be seen: what is placed freely is not clipped by all that contains it. */
  private clipOf(element: PageElement, position: string, outer: View | null): shapes.Rect {
    if (!outer) return this.page;
    if (position !== "absolute" && position !== "fixed") return outer.within;
    for (let at = native.drawnIn(element); at; at = native.drawnIn(at)) {
      const view = this.views.get(at);
      if (view && containsFree(view.style, position)) return shapes.overlap(view.within, outer.cut);
    }
    const all = position === "fixed" ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight } : this.page;
    return shapes.overlap(all, outer.cut);
  }

  /** What masks and clips leave of it and of all that it holds. */
  private cut(element: PageElement, view: View, position: string): void {
    const { style } = view;
    const { clipPath, maskImage } = style;
    // `clip` is for what is placed freely.
    const clip = position === "absolute" || position === "fixed" ? style.clip : "auto";
    if (clipPath === "none" && clip === "auto" && maskImage === "none") return;
    const box = native.boxOf(element);
    if (maskImage !== "none") view.gone ||= isMaskedAway(style, box);
    if (clipPath === "none" && clip === "auto") return;
    const left = shapes.overlap(shapes.leftByPath(clipPath, box), shapes.leftByClip(clip, box));
    view.within = shapes.overlap(view.around, left);
    view.cut = shapes.overlap(view.cut, left);
    view.gone ||= !shapes.isLargeEnough(view.within);
  }

  /** What its own edges leave of what it holds. */
  private scroll(element: PageElement, view: View): void {
    const mayBePane = containsPaint(view.style);
    if (view.style.overflow === "visible" && !mayBePane) return;
    const { overflowX, overflowY, display } = view.style;
    if (display === "inline") return;
    const box = native.boxOf(element);
    // What is not rendered because it is off the window has no size yet.
    const isSkipped = view.style.contentVisibility === "auto" && (box.top > innerHeight || box.bottom < 0);
    if (isSkipped) return;
    const left = shapes.overlap(box, view.within);
    if (!shapes.isLargeEnough(left)) {
      view.within = shapes.NOWHERE;
      return;
    }
    const reach = scrolls(overflowX) || scrolls(overflowY) ? reachOf(element, box) : left;
    const visible = mayBePane ? left : view.within;
    const [across, along] = [pick(overflowX, visible, left, reach), pick(overflowY, visible, left, reach)];
    view.within = { left: across.left, right: across.right, top: along.top, bottom: along.bottom };
  }
}

/** Whether an element's text lies in its box, whatever its letters cover. */
function staysInBox({ overflow, textIndent, fontSize }: CSSStyleDeclaration): boolean {
  return overflow === "visible" && textIndent === "0px" && Number.parseFloat(fontSize) >= LEAST_FONT;
}

/** Whether what is placed freely in an element of this style is placed by that element. */
function containsFree(style: CSSStyleDeclaration, position: string): boolean {
  if (position === "absolute" && style.position !== "static") return true;
  const { transform, translate, rotate, scale, perspective, filter, backdropFilter } = style;
  const isMoved = [transform, translate, rotate, scale, perspective, filter, backdropFilter ?? "none"].some(
    (value) => value !== "none",
  );
  return isMoved || containsPaint(style) || style.contain.includes("layout") || CONTAINS.test(style.willChange);
}

/** Whether nothing is painted outside of an element of this style. */
function containsPaint({ contain, contentVisibility }: CSSStyleDeclaration): boolean {
  return contentVisibility !== "visible" || (contain !== "none" && /paint|strict|content/.test(contain));
}

function pick(overflow: string, visible: shapes.Rect, clipped: shapes.Rect, reach: shapes.Rect): shapes.Rect {
  if (overflow === "visible") return visible;
  return scrolls(overflow) ? reach : clipped;
}
