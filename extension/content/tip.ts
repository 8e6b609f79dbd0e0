import type { Finding } from "../../dist/wasm/preflight.js";
import { expectedWords, neededBy, outcomeWord, reasonWords, subject, word } from "../platform/words.js";
import type { Judged } from "../protocol/messages.js";
import { icon, make } from "./dom.js";
import type { Message } from "./sign.js";

/** What stands behind findings: their documents, and the vendors' names. */
export type Behind = Pick<Judged, "sources" | "vendors">;

/** The one tip: what a sign means, why, and where the vendor says so. Shown on hover and on focus. */
export class Tip {
  readonly element = make("div", "tip");
  private sign: HTMLElement | null = null;
  private readonly listening = new WeakSet<HTMLElement>();

  constructor(private readonly behind: () => Behind) {
    this.element.popover = "manual";
    this.element.addEventListener("pointerleave", (event) => this.leave(event));
    this.element.addEventListener("focusout", (event) => this.leave(event));
  }

  /** True while it is to be seen. */
  get open(): boolean {
    return this.sign !== null;
  }

  /** Makes a sign open the tip. `read` gives what the sign says at that time. */
  serve(sign: HTMLElement, read: () => Message): void {
    if (this.listening.has(sign)) return;
    this.listening.add(sign);
    for (const type of ["pointerenter", "focus", "click"]) sign.addEventListener(type, () => this.show(sign, read()));
    for (const type of ["pointerleave", "blur"]) {
      sign.addEventListener(type, (event) => this.leave(event as PointerEvent | FocusEvent));
    }
  }

  /** Opens the tip at a sign. */
  show(sign: HTMLElement, message: Message): void {
    if (this.sign === sign) return;
    this.hide();
    const card = make("div", "card", ...message.findings.map((finding) => this.describe(finding)));
    this.element.replaceChildren(card);
    this.element.showPopover({ source: sign });
    this.sign = sign;
    sign.ariaExpanded = "true";
  }

  /** Closes it; `of` names the only sign whose tip is meant. */
  hide(of: HTMLElement | null = this.sign): void {
    if (this.sign === null || this.sign !== of) return;
    if (this.element.matches(":focus-within")) this.sign.focus();
    this.sign.ariaExpanded = "false";
    this.sign = null;
    if (this.element.matches(":popover-open")) this.element.hidePopover();
  }

  /** The pointer or the focus moved: between the sign and its tip is no leaving. */
  private leave({ relatedTarget }: PointerEvent | FocusEvent): void {
    const to = relatedTarget as Node | null;
    if (this.sign?.contains(to) || this.element.contains(to)) return;
    this.hide();
  }

  private describe(finding: Finding): HTMLElement {
    const rows: HTMLElement[] = [];
    const row = (name: string, text: string | null) => {
      if (text !== null) rows.push(make("dt", "", word(name)), make("dd", "", text));
    };
    row("expected", expectedWords(finding));
    row("found", finding.found);
    row("vendor_says", finding.says);
    row("needed_by", neededBy(finding, this.behind().vendors));
    row("waived_because", finding.waiver);
    const why = reasonWords(finding);
    const reason = why === null ? [] : [make("p", "", why)];
    return make(
      "div",
      `finding ${finding.outcome}`,
      make("div", "verdict", icon(finding.outcome), outcomeWord(finding.outcome)),
      make("div", "about", subject(finding)),
      make("dl", "", ...rows),
      ...reason,
      make("p", "", finding.why),
      ...this.cite(finding.id),
    );
  }

  private cite(finding: string): HTMLElement[] {
    const source = this.behind().sources[finding];
    if (!source) return [];
    if (!source.url?.startsWith("https://")) return [make("p", "", word("source", source.title))];
    const link = make("a", "", source.title);
    link.href = source.url;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return [make("p", "", link)];
  }
}
