import type { Snapshot } from "../../dist/wasm/preflight.js";
import { isFailure, type Judged, type Step, type Welcome } from "../protocol/messages.js";
import { isConnected, send } from "../protocol/send.js";
import { addressOfRecord, type Capture, capture, captureRedacted, type Permitted, stateOf } from "./capture.js";
import { Marks } from "./marks.js";
import * as native from "./native.js";
import { note } from "./note.js";
import { Redraws } from "./redraws.js";
import type { Change, Unsaved } from "./unsaved.js";
import { watchPage, watchQuietly, watchScrolling } from "./watch.js";

/** Answers lost in a row before the visit waits for the next change of the page: a worker may die, but not for ever. */
const MAX_LOST = 3;

const NOTHING: Judged = {
  saved: false,
  ask: [],
  marks: [],
  findings: [],
  sources: {},
  vendors: {},
  show: null,
  next: null,
};

/**
 * The time from a configuration screen's appearing to its going: what changes on the page is captured, judged by the
 * background, and drawn. Everything that it starts ends with its signal.
 */
export class Visit {
  private readonly ending = new AbortController();
  private readonly signal = this.ending.signal;
  private readonly marks: Marks;
  private readonly permitted: Permitted;
  private readonly redraws = new Redraws();
  /** What the controls held when they were read last. */
  private controls: Capture["controls"] = new Map();
  /** The rules and animations at that time. */
  private styles = "";
  private last: { snapshot: Snapshot; judged: Judged } | null = null;
  private scheduled = false;
  private waiting = false;
  private dirty = false;
  /** The last judgement no longer holds, although the page is the same. */
  private outdated = false;
  private lost = 0;

  constructor(
    { words, needs, marks }: Welcome,
    private readonly unsaved: Unsaved,
  ) {
    this.marks = new Marks(this.signal, marks);
    this.permitted = { words: new Set(words), needs, asked: new WeakSet() };
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
    if (TEST && !this.signal.aborted) note("busy");
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
  redacted(): Snapshot | null {
    const body = native.body();
    return body && captureRedacted(body, this.permitted.words);
  }

  /** Closes the tip; true when there was one. */
  dismiss(): boolean {
    const { open } = this.marks.tip;
    this.marks.tip.hide();
    return open;
  }

  private watch(): void {
    const { signal } = this;
    watchPage(signal, {
      touch: () => this.touch(),
      draw: () => this.redraws.draw(addressOfRecord()),
      click: (path) => this.redraws.click(path),
      isOwn: (change) => this.isOwn(change),
    });
    // Signs move with their anchors by themselves; only what lies over them changes.
    watchScrolling(signal, () => this.marks.uncover());
    watchQuietly(signal, () => this.lookQuietly());
  }

  /** What the page does to the host alone, the quiet look finds: a page that keeps removing it costs no frames. */
  private isOwn({ type, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type !== "childList") return false;
    return [...addedNodes, ...removedNodes].every((node) => node === this.host);
  }

  /** Finds what changes without a sign: a box, a rule, an animation, marks that are taken away, an extension replaced. */
  private lookQuietly(): void {
    if (!isConnected()) this.end();
    else if (!this.marks.intact || this.holdsOther() || this.looksOther()) this.touch();
  }

  /** Whether rules or animations are others than when the page was read. */
  private looksOther(): boolean {
    return native.stateOfStyles() !== this.styles;
  }

  /** Whether a control holds something else than when it was read. */
  private holdsOther(): boolean {
    for (const [element, before] of this.controls) {
      const control = native.controlOf(element);
      if (control && stateOf(control) !== before) return true;
    }
    return false;
  }

  private async look(): Promise<void> {
    if (!isConnected()) return this.end();
    const body = native.body();
    if (this.signal.aborted || !body) return;
    this.dirty = false;
    this.marks.follow();
    const changed = this.unsaved.last;
    const taken = capture(body, this.permitted, this.redraws);
    this.controls = taken.controls;
    this.styles = native.stateOfStyles();
    if (!this.outdated && this.last && isSame(this.last.snapshot, taken.snapshot)) {
      this.marks.paint(this.last.judged, taken);
      this.settle(this.last.judged, changed);
    } else {
      this.waiting = true;
      this.outdated = false;
      const judged = await this.judge(taken);
      this.waiting = false;
      if (this.signal.aborted) return;
      if (judged) {
        this.receive(judged, taken);
        this.settle(judged, changed);
      }
    }
    if (this.dirty) this.touch();
    else if (TEST) note("painted");
  }

  private async judge({ snapshot, elements }: Capture): Promise<Judged | null> {
    // The page may have drawn what was clicked anew, but not all around it: the innermost that is left stands last.
    const led = new Set(this.redraws.led);
    const clicked = elements.findLastIndex((element) => led.has(element));
    try {
      const answer = await send<Judged | null>({ kind: "judge", snapshot, clicked: clicked < 0 ? null : clicked });
      this.lost = 0;
      return isFailure(answer) ? NOTHING : answer;
    } catch {
      if (++this.lost < MAX_LOST) this.dirty = true;
      return null;
    }
  }

  /** What was changed before a page was seen as it is saved is saved, or was thrown away. */
  private settle({ saved }: Judged, changed: Change | null): void {
    if (saved) this.unsaved.save(changed);
  }

  private receive(judged: Judged, taken: Capture): void {
    const { snapshot, elements } = taken;
    this.last = { snapshot, judged };
    this.marks.paint(judged, taken);
    if (judged.show !== null) this.marks.show(judged.show);
    for (const node of judged.ask) {
      const element = elements[node];
      if (!element || this.permitted.asked.has(element)) continue;
      this.permitted.asked.add(element);
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
