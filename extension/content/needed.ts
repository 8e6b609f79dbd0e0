import type { Needs } from "../../dist/wasm/preflight.js";
import { key } from "../domain/text.js";
import { type Attributes, namesField } from "./furniture.js";
import * as native from "./native.js";

type PageElement = native.PageElement;

const MAX_LABEL = 300;

/**
 * Tells whose text the core needs, so that the first capture has it: what stands beside a label that the core names, and
 * the record's heading. It goes through the page with the capture, element by element.
 */
export class Needed {
  private readonly labels: ReadonlySet<string>;
  private readonly headings: readonly string[];
  /** A label that the core names, until something stands beside it. */
  private label: PageElement | null = null;
  /** What stands beside it, or the heading. */
  private around: PageElement | null = null;

  constructor({ labels, headings }: Needs) {
    this.labels = new Set(labels);
    this.headings = headings;
  }

  /** Whether the text of this element, or what it holds, is needed. */
  isNeeded(element: PageElement, tag: string, own: Attributes, text: string, value: string): boolean {
    if (this.around && native.holds(this.around, element)) return true;
    this.around = null;
    if (this.isHeading(own)) {
      this.around = element;
      return true;
    }
    if (this.isLabel(element, tag, text)) {
      this.label = element;
      return false;
    }
    if (this.label === null || (key(text) === "" && value === "")) {
      if (namesField(tag, own)) this.label = null;
      return false;
    }
    if (namesField(tag, own)) {
      this.label = null;
      return false;
    }
    return this.isBeside(this.label, element, value);
  }

  private isHeading(own: Attributes): boolean {
    const classes = own.get("class");
    return classes !== undefined && this.headings.some((name) => classes.split(/\s+/).includes(name));
  }

  private isLabel(element: PageElement, tag: string, text: string): boolean {
    if (this.labels.size === 0) return false;
    if (text !== "" && this.labels.has(key(text))) return true;
    return tag === "label" && this.labels.has(key((native.allText(element) ?? "").slice(0, MAX_LABEL)));
  }

  /** The first text or control after a label, and what stands together with it: chips, a text in parts. */
  private isBeside(label: PageElement, element: PageElement, value: string): boolean {
    // Another extension's badge inside the label is no value; a control inside it is.
    if (native.holds(label, element)) return value !== "";
    let around = element;
    for (let at = native.parentOf(element); at && !native.holds(at, label); at = native.parentOf(at)) around = at;
    this.around = around;
    this.label = null;
    return true;
  }
}
