import type { Snapshot } from "../../dist/wasm/preflight.js";
import { isFailure, type Judged, type Step, type Welcome } from "../shared/messages.js";
import { isConnected, send } from "../shared/send.js";
import { type Capture, capture, captureRedacted } from "./capture.js";
import { Marks } from "./marks.js";

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["class", "style", "hidden", "title", "aria-selected", "aria-checked", "disabled", "value"],
};

/** Answers lost in a row before the visit waits for the next change of the page: a worker may die, but not for ever. */
const MAX_LOST = 3;

const NOTHING: Judged = { ask: [], marks: [], findings: [], sources: {}, vendors: {}, show: null, next: null };

/**
 * The time from a configuration screen's appearing to its going: what changes on the page is captured, judged by the
 * background, and drawn. Everything that it starts ends with its signal.
 */
export class Visit {
  private readonly ending = new AbortController();
  private readonly signal = this.ending.signal;
  private readonly marks: Marks;
  private readonly words: ReadonlySet<string>;
  private readonly asked = new WeakSet<Element>();
  private last: { snapshot: Snapshot; judged: Judged } | null = null;
  private scheduled = false;
  private waiting = false;
  private dirty = false;
  /** The last judgement no longer holds, although the page is the same. */
  private outdated = false;
  private lost = 0;

  constructor({ words, marks }: Welcome) {
    this.marks = new Marks(this.signal, marks);
    this.words = new Set(words);
    this.watch();
    this.touch();
  }

  /** The host of the signs, for whoever guards its keys. */
  get host(): Element {
    return this.marks.host;
  }

  /** False once it has ended. */
  get active(): boolean {
    return !this.signal.aborted;
  }

  /** Removes every trace of the visit. */
  end(): void {
    this.ending.abort();
  }

  /** Something may have changed: look again with the next frame. */
  touch(): void {
    this.dirty = true;
    if (this.scheduled || this.waiting || this.signal.aborted) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      void this.look();
    });
  }

  /** Something else is known that the judgement depends on: asks again. */
  judgeAgain(): void {
    this.outdated = true;
    this.touch();
  }

  /** Points at a finding's field. */
  show(finding: string): boolean {
    return this.marks.show(finding);
  }

  /** Goes to the next or the previous field with something to do. */
  step(to: Step): boolean {
    return this.marks.step(to);
  }

  /** The page as it may be passed on. */
  redacted(): Snapshot {
    return captureRedacted(document.body, this.words);
  }

  /** Closes the tip; true when there was one. */
  dismiss(): boolean {
    const { open } = this.marks.tip;
    this.marks.tip.hide();
    return open;
  }

  private watch(): void {
    const { signal } = this;
    const observer = new MutationObserver((records) => {
      if (records.some((record) => !this.isOwn(record))) this.touch();
    });
    observer.observe(document.documentElement, WATCHED);
    signal.addEventListener("abort", () => observer.disconnect());
    for (const type of ["input", "change", "click"]) {
      document.addEventListener(type, () => this.touch(), { signal, passive: true, capture: true });
    }
    addEventListener("resize", () => this.touch(), { signal, passive: true });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.touch(), { signal });
    this.followScrolling();
  }

  /** Signs move with their anchors by themselves; only what lies over them changes. */
  private followScrolling(): void {
    let due = false;
    const uncover = () => {
      due = false;
      if (!this.signal.aborted) this.marks.uncover();
    };
    const follow = () => {
      if (!due) requestAnimationFrame(uncover);
      due = true;
    };
    document.addEventListener("scroll", follow, { signal: this.signal, passive: true, capture: true });
  }

  private isOwn({ type, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type !== "childList") return false;
    return [...addedNodes, ...removedNodes].every((node) => node === this.host);
  }

  private async look(): Promise<void> {
    if (!isConnected()) return this.end();
    if (this.signal.aborted || !document.body) return;
    this.dirty = false;
    const taken = capture(document.body, this.words, this.asked);
    if (!this.outdated && this.last && isSame(this.last.snapshot, taken.snapshot)) {
      this.marks.paint(this.last.judged, taken.elements);
    } else {
      this.waiting = true;
      this.outdated = false;
      const judged = await this.judge(taken);
      this.waiting = false;
      if (this.signal.aborted) return;
      if (judged) this.receive(judged, taken);
    }
    if (this.dirty) this.touch();
  }

  private async judge({ snapshot }: Capture): Promise<Judged | null> {
    try {
      const answer = await send<Judged | null>({ kind: "judge", snapshot });
      this.lost = 0;
      return isFailure(answer) ? NOTHING : answer;
    } catch {
      if (++this.lost < MAX_LOST) this.dirty = true;
      return null;
    }
  }

  private receive(judged: Judged, { snapshot, elements }: Capture): void {
    this.last = { snapshot, judged };
    this.marks.paint(judged, elements);
    if (judged.show !== null) this.marks.show(judged.show);
    for (const node of judged.ask) {
      const element = elements[node];
      if (!element || this.asked.has(element)) continue;
      this.asked.add(element);
      this.dirty = true;
    }
  }
}

/** True when nothing has changed that the core can see. */
function isSame(a: Snapshot, b: Snapshot): boolean {
  return (
    a.url === b.url &&
    a.title === b.title &&
    a.lang === b.lang &&
    sameColumns(a.nodes, b.nodes, ["tag", "parent", "text", "flags"]) &&
    sameColumns(a.attrs, b.attrs, ["node", "name", "value"])
  );
}

function sameColumns<Name extends string>(
  a: Record<Name, readonly unknown[]>,
  b: Record<Name, readonly unknown[]>,
  names: Name[],
): boolean {
  return names.every(
    (name) => a[name].length === b[name].length && a[name].every((cell, row) => cell === b[name][row]),
  );
}
