import type { Finding, Mark } from "../../dist/wasm/preflight.js";
import type { Judged, Step } from "../shared/messages.js";
import { outcomeRules, type Theme, TO_DO } from "../shared/outcomes.js";
import { outcomeWord, subject, word } from "../shared/words.js";
import { Hover } from "./hover.js";
import styles from "./marks.css";
import { inPageOrder, neighbour } from "./order.js";
import { isCovered, type Place, placeOf, spaceFor } from "./place.js";
import { Pointer } from "./pointer.js";
import { ANCHOR, currentTheme, FRAME, HOST, OUTCOME, pageRules, partOf, SHOWN } from "./sheet.js";
import { type Message, makeSign } from "./sign.js";
import { Speaker } from "./speaker.js";
import { type Behind, Tip } from "./tip.js";

/** Rules are made for so many signs at a time: a sheet that changes restyles the page. */
const BATCH = 64;

/** Narrowest that the words for what is expected may be cut to, in CSS pixels. */
const LEAST_EXPECTED = 64;

interface Drawn {
  message: Message;
  text: string;
  number: number;
  sign: HTMLElement;
  place: Place;
}

/** What Preflight draws on a page: outlines by attributes and one adopted sheet, signs in the host's closed shadow tree. */
export class Marks {
  readonly host = document.createElement(HOST);
  readonly tip = new Tip(() => this.behind);
  private readonly speaker = new Speaker();
  private readonly pointer = new Pointer();
  private readonly root = this.host.attachShadow({ mode: TEST ? "open" : "closed" });
  private readonly sheet = new CSSStyleSheet();
  private readonly drawn = new Map<Element, Drawn>();
  private readonly hover = new Hover<Drawn>(
    this.host,
    () => this.drawn.values(),
    ({ sign, message, place }) => message.outcome === "met" || isOpen(place) || this.tip.show(sign, message),
    ({ sign }) => this.tip.hide(sign),
  );
  private behind: Behind = { sources: {}, vendors: {} };
  private theme: Theme = "light";
  private ruled = 0;

  /** `visible`: marks are drawn; without, only the one that somebody asks to be shown. */
  constructor(
    signal: AbortSignal,
    private readonly visible: boolean,
  ) {
    const inner = new CSSStyleSheet();
    inner.replaceSync(outcomeRules() + styles);
    this.root.adoptedStyleSheets = [inner];
    this.root.append(this.tip.element, this.pointer.element, this.speaker.element);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
    document.documentElement.append(this.host);
    document.addEventListener("focusin", ({ target }) => this.tell(target), { signal });
    document.addEventListener("pointermove", (event) => this.hover.move(event), {
      signal,
      passive: true,
      capture: true,
    });
    signal.addEventListener("abort", () => this.remove());
  }

  /** Draws a judgement on the elements of the snapshot that was judged. */
  paint({ marks, findings, sources, vendors, next }: Judged, elements: Element[]): void {
    this.behind = { sources, vendors };
    const messages = messagesOf(marks, findings, elements);
    for (const [target, drawn] of this.drawn) if (!messages.has(target)) this.erase(target, drawn);
    for (const [target, { message }] of messages) this.draw(target, message);
    this.rule();
    this.arrange(messages);
    this.pointer.point(next && elements[next.target], next?.text ?? "");
    this.uncover();
  }

  /** Hides the signs over which the page has something of its own, and a tip that could lie over its control's menu. */
  uncover(): void {
    const covered = Array.from(this.drawn.values(), ({ sign, place }) => ({
      sign,
      hide: this.isOff(place) || isCovered(sign, place),
    }));
    for (const { sign, hide } of covered) sign.style.visibility = hide ? "hidden" : "";
    for (const { sign, place } of this.drawn.values()) {
      if (isOpen(place)) this.tip.hide(sign);
    }
  }

  /** Scrolls to a finding's field and opens its tip; false when it has no mark here. */
  show(finding: string): boolean {
    const drawn = [...this.drawn.values()].find(({ message }) => message.findings.some(({ id }) => id === finding));
    if (drawn) this.pointAt(drawn);
    return drawn !== undefined;
  }

  /** Goes to the next or the previous field with something to do, and says which it is; false when there is none. */
  step(to: Step): boolean {
    const toDo = Array.from(this.drawn.values())
      .filter(({ message }) => TO_DO.includes(message.outcome))
      .sort((a, b) => inPageOrder(a.place.frame, b.place.frame));
    const frames = toDo.map(({ place }) => place.frame);
    const at = neighbour(frames, document.querySelector(`[${SHOWN}]`), to);
    const drawn = toDo[at];
    if (!drawn) {
      this.speaker.say(word("none_to_do_here"));
      return false;
    }
    this.pointAt(drawn);
    const { outcome, findings } = drawn.message;
    this.speaker.say(word("to_do_step", at + 1, toDo.length, subject(findings[0]), outcomeWord(outcome)));
    return true;
  }

  private pointAt({ message, sign, place }: Drawn): void {
    const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    for (const shown of document.querySelectorAll(`[${SHOWN}]`)) shown.removeAttribute(SHOWN);
    place.frame.setAttribute(SHOWN, "");
    place.frame.scrollIntoView({ block: "center", behavior: reduced ? "instant" : "smooth" });
    if (!this.visible) this.uncover();
    this.tip.show(sign, message);
  }

  private isOff({ frame }: Place): boolean {
    return !this.visible && !frame.hasAttribute(SHOWN);
  }

  /**
   * The focus entered a control: its tip belongs to it. Not when a press brought it, unless to where one types: the tip
   * could come between press and release, and the click be lost.
   */
  private tell(control: EventTarget | null): void {
    if (!(control instanceof Element) || control === this.host) return;
    const drawn = [...this.drawn.values()].find(({ place }) => place.frame.contains(control));
    const isTold =
      drawn && !this.isOff(drawn.place) && drawn.message.outcome !== "met" && control.matches(":focus-visible");
    if (isTold) this.tip.show(drawn.sign, drawn.message);
    else this.tip.hide();
  }

  private draw(target: Element, message: Message): void {
    const text = JSON.stringify(message);
    const before = this.drawn.get(target);
    if (before?.text === text) return;
    const number = before?.number ?? this.freeNumber();
    const place = before?.place ?? {
      frame: target,
      anchor: target,
      side: "inside",
      inset: 0,
      room: 0,
      isControl: false,
    };
    const sign = makeSign(message);
    sign.part.add(partOf(number));
    if (before) this.replace(before.sign, sign);
    else this.root.insertBefore(sign, this.tip.element);
    this.drawn.set(target, { message, text, number, sign, place });
    if (message.outcome !== "met") this.tip.serve(sign, () => message);
  }

  private replace(before: HTMLElement, sign: HTMLElement): void {
    this.tip.hide(before);
    before.replaceWith(sign);
  }

  /** Sets the attributes on the page's elements and puts the signs in their places; reads all, then writes all. */
  private arrange(messages: Map<Element, Wanted>): void {
    const places = Array.from(this.drawn, ([target, drawn]) => ({
      target,
      drawn,
      place: placeOf(target, messages.get(target)?.label ?? null),
    }));
    for (const { target, drawn, place } of places) {
      this.unframe(drawn.place, place);
      drawn.place = place;
      target.setAttribute(OUTCOME, drawn.message.outcome);
      place.frame.setAttribute(FRAME, drawn.message.outcome);
      place.anchor.setAttribute(ANCHOR, String(drawn.number));
      drawn.sign.dataset.space = spaceFor(place);
      drawn.sign.classList.toggle("after", place.side === "after");
      drawn.sign.classList.toggle("through", place.isControl);
      drawn.sign.style.setProperty("--inset", `${place.inset}px`);
      drawn.sign.style.setProperty("--room", `${place.room}px`);
    }
    this.shorten();
  }

  /** A few letters of what is expected say less than none. */
  private shorten(): void {
    const clipped = Array.from(this.root.querySelectorAll(".sign:not([data-space=compact]) .expected")).filter(
      ({ clientWidth, scrollWidth }) => scrollWidth > clientWidth && clientWidth < LEAST_EXPECTED,
    );
    for (const expected of clipped) expected.parentElement?.setAttribute("data-space", "brief");
  }

  private unframe(before: Place, now?: Place): void {
    if (before.frame !== now?.frame) {
      before.frame.removeAttribute(FRAME);
      before.frame.removeAttribute(SHOWN);
    }
    if (before.anchor !== now?.anchor) before.anchor.removeAttribute(ANCHOR);
  }

  private erase(target: Element, { sign, place }: Drawn): void {
    this.tip.hide(sign);
    sign.remove();
    this.drawn.delete(target);
    target.removeAttribute(OUTCOME);
    this.unframe(place);
  }

  private freeNumber(): number {
    const taken = new Set(Array.from(this.drawn.values(), ({ number }) => number));
    let number = 0;
    while (taken.has(number)) number++;
    return number;
  }

  private rule(): void {
    const highest = Math.max(-1, ...Array.from(this.drawn.values(), ({ number }) => number));
    const needed = Math.ceil((highest + 1) / BATCH) * BATCH;
    const theme = currentTheme();
    if (needed <= this.ruled && theme === this.theme && this.ruled > 0) return;
    this.theme = theme;
    this.ruled = Math.max(this.ruled, needed);
    this.sheet.replaceSync(pageRules(theme, this.ruled, this.visible));
  }

  private remove(): void {
    for (const [target, drawn] of this.drawn) this.erase(target, drawn);
    this.pointer.point(null, "");
    this.host.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }
}

/** Whether the control in a frame shows its menu. */
function isOpen({ frame }: Place): boolean {
  return frame.querySelector("[aria-expanded=true]") !== null;
}

interface Wanted {
  message: Message;
  label: Element | null;
}

/** What is to be drawn, by element. Not seen and not applicable draw nothing; replaced elements wait for the next capture. */
function messagesOf(marks: Mark[], findings: Finding[], elements: Element[]): Map<Element, Wanted> {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const wanted = new Map<Element, Wanted>();
  for (const { target, label, outcome, findings: ids } of marks) {
    const element = elements[target];
    const [worst, ...rest] = ids.flatMap((id) => byId.get(id) ?? []);
    const drawn = outcome !== "not-seen" && outcome !== "not-applicable";
    if (!element?.isConnected || !worst || !drawn) continue;
    const message: Message = { outcome, findings: [worst, ...rest] };
    wanted.set(element, { message, label: label === null ? null : (elements[label] ?? null) });
  }
  return wanted;
}
