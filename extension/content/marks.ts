import type { Finding, Mark } from "../../dist/wasm/preflight.js";
import { outcomeRules, type Theme, TO_DO } from "../domain/outcomes.js";
import { neededBy, outcomeWord, subject, word } from "../platform/words.js";
import type { Judged, Step } from "../protocol/messages.js";
import { Speaker } from "./announcer.js";
import type { Capture } from "./capture.js";
import { Hover } from "./hover.js";
import styles from "./marks.css";
import * as native from "./native.js";
import { inPageOrder, neighbour } from "./order.js";
import {
  ANCHOR,
  currentTheme,
  FRAME,
  HOST,
  OUTCOME,
  POINTED,
  PREVIEW,
  pageRules,
  partOf,
  SHOWN,
} from "./page-styles.js";
import { isCovered, type Place, placeOf, spaceFor } from "./position.js";
import { type Message, makeSign } from "./sign.js";
import { type Own, Pointer } from "./spotlight.js";
import { type Behind, Tip } from "./tip.js";
import { type Attributes, Traces } from "./traces.js";

type PageElement = native.PageElement;

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
  readonly host = native.make(HOST);
  readonly tip = new Tip(() => this.behind);
  private readonly speaker = new Speaker();
  private readonly pointer = new Pointer((target) => this.signsAt(target));
  private readonly root = this.host.attachShadow({ mode: TEST ? "open" : "closed" });
  private readonly sheet = new CSSStyleSheet();
  private readonly traces = new Traces(this.host, this.sheet);
  private readonly drawn = new Map<PageElement, Drawn>();
  /** The frame that somebody asked to be shown. */
  private shown: PageElement | null = null;
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
    this.traces.restore();
    this.rule();
    native.listen("focusin", ({ target }) => this.tell(target), { signal });
    for (const type of ["transitionend", "animationend"] as const) {
      native.listen(type, () => this.follow(), { signal, passive: true, capture: true });
    }
    native.listen("pointermove", (event) => this.hover.move(event), { signal, passive: true, capture: true });
    signal.addEventListener("abort", () => this.remove());
  }

  /** False once the page has taken marks, host or sheet away; painting brings them back. */
  get intact(): boolean {
    return this.traces.intact;
  }

  /** Draws a judgement on the elements of the snapshot that was judged. */
  paint({ marks, findings, sources, vendors, next }: Judged, { elements, standIns }: Capture): void {
    // What was open is closed by the removal.
    if (this.traces.restore()) this.tip.hide();
    this.behind = { sources, vendors };
    const messages = messagesOf(marks, findings, elements, vendors);
    for (const [target, drawn] of this.drawn) if (!messages.has(target)) this.erase(target, drawn);
    for (const [target, { message }] of messages) this.draw(target, message);
    this.rule();
    this.arrange(messages, standIns);
    this.uncover();
    const clear = next?.clear.flatMap((node) => elements[node] ?? []);
    this.pointer.point(next && elements[next.target], next?.text ?? "", clear);
    this.traces.write(this.attributes());
  }

  /** The page may have moved under the pointer's bubble, or opened something there. */
  follow(): void {
    this.pointer.follow();
  }

  private signsAt(target: native.PageElement): Own {
    const shown = [...this.drawn.values()].filter(({ sign }) => sign.style.visibility !== "hidden");
    const boxes = (isAt: boolean) =>
      shown.filter(({ place }) => (place.frame === target) === isAt).map(({ sign }) => sign.getBoundingClientRect());
    const tip = this.tip.open ? [this.tip.element.getBoundingClientRect()] : [];
    return { at: [...boxes(true), ...tip], elsewhere: boxes(false) };
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
    this.pointer.follow();
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
    const at = neighbour(frames, this.shown, to);
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
    this.shown = place.frame;
    this.traces.write(this.attributes());
    native.scrollTo(place.frame, { block: "center", behavior: reduced ? "instant" : "smooth" });
    if (!this.visible) this.uncover();
    this.tip.show(sign, message);
  }

  private isOff({ frame }: Place): boolean {
    return !this.visible && frame !== this.shown;
  }

  /**
   * The focus entered a control: its tip belongs to it. Not when a press brought it, unless to where one types: the tip
   * could come between press and release, and the click be lost.
   */
  private tell(target: EventTarget | null): void {
    const control = native.elementIn(target);
    if (!control || target === this.host) return;
    const drawn = [...this.drawn.values()].find(({ place }) => native.holds(place.frame, control));
    const isTold =
      drawn && !this.isOff(drawn.place) && drawn.message.outcome !== "met" && native.fits(control, ":focus-visible");
    if (isTold) this.tip.show(drawn.sign, drawn.message);
    else this.tip.hide();
  }

  private draw(target: PageElement, message: Message): void {
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

  /** Puts the signs in their places; reads all, then writes all. */
  private arrange(messages: Map<PageElement, Wanted>, standIns: Capture["standIns"]): void {
    const places = Array.from(this.drawn, ([target, drawn]) => ({
      drawn,
      place: placeOf(target, messages.get(target)?.label ?? null, standIns.get(target)),
    }));
    for (const { drawn, place } of places) {
      drawn.place = place;
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

  /** What each element of the page is to carry. */
  private attributes(): Map<PageElement, Attributes> {
    const all = new Map<PageElement, Attributes>();
    const add = (element: PageElement, name: string, value: string) =>
      all.set(element, { ...all.get(element), [name]: value });
    for (const [target, { message, place, number }] of this.drawn) {
      add(target, OUTCOME, message.outcome);
      add(place.frame, FRAME, message.outcome);
      add(place.anchor, ANCHOR, String(number));
      if (message.provisional) add(place.frame, PREVIEW, "");
      if (place.frame === this.shown) add(place.frame, SHOWN, "");
    }
    if (this.pointer.target) add(this.pointer.target, POINTED, "");
    return all;
  }

  private erase(target: PageElement, { sign, place }: Drawn): void {
    this.tip.hide(sign);
    sign.remove();
    this.drawn.delete(target);
    if (place.frame === this.shown) this.shown = null;
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
    if (needed <= this.ruled && theme === this.theme && this.ruled > 0 && !this.traces.isBlank) return;
    this.theme = theme;
    this.ruled = Math.max(this.ruled, needed);
    this.sheet.replaceSync(pageRules(theme, this.ruled, this.visible));
  }

  private remove(): void {
    for (const [target, drawn] of this.drawn) this.erase(target, drawn);
    this.pointer.point(null, "");
    this.traces.remove();
  }
}

/** Whether the control in a frame shows its menu. */
function isOpen({ frame }: Place): boolean {
  return native.firstIn(frame, "[aria-expanded=true]") !== null;
}

interface Wanted {
  message: Message;
  label: PageElement | null;
}

/** What is to be drawn, by element. Not seen and not applicable draw nothing; replaced elements wait for the next capture. */
function messagesOf(
  marks: Mark[],
  findings: Finding[],
  elements: PageElement[],
  vendors: Record<string, string>,
): Map<PageElement, Wanted> {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const wanted = new Map<PageElement, Wanted>();
  for (const { target, label, outcome, findings: ids, provisional } of marks) {
    const element = elements[target];
    const [worst, ...rest] = ids.flatMap((id) => byId.get(id) ?? []);
    const drawn = outcome !== "not-seen" && outcome !== "not-applicable";
    if (!element || !native.isConnected(element) || !worst || !drawn) continue;
    const names = new Set([worst, ...rest].flatMap((finding) => neededBy(finding, vendors) ?? []));
    const message: Message = {
      outcome,
      findings: [worst, ...rest],
      provisional,
      vendors: [...names].join(", ") || null,
    };
    wanted.set(element, { message, label: label === null ? null : (elements[label] ?? null) });
  }
  return wanted;
}
