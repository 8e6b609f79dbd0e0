import * as native from "./native.js";
import { ANCHOR, FRAME, HOST, OUTCOME, POINTED, PREVIEW, SHOWN } from "./page-styles.js";

/** The attributes that an element is to have, by name. */
export type Attributes = Record<string, string>;

const FAMILY = [OUTCOME, FRAME, ANCHOR, SHOWN, POINTED, PREVIEW];
const ANY = FAMILY.map((name) => `[${name}]`).join();

/** Everything that Preflight leaves in the page's own tree: attributes of one family, one adopted sheet, one host. */
export class Traces {
  private written = new Map<native.PageElement, Attributes>();

  constructor(
    private readonly host: HTMLElement,
    private readonly sheet: CSSStyleSheet,
  ) {}

  /** False once the page has taken the host or the sheet away. */
  get intact(): boolean {
    return this.isHosted() && native.adoptedSheets().includes(this.sheet);
  }

  /** Puts host and sheet where they belong; true when the host had to be moved. */
  restore(): boolean {
    const sheets = native.adoptedSheets();
    if (!sheets.includes(this.sheet)) native.adopt([...sheets, this.sheet]);
    const page = native.root();
    if (this.isHosted() || !page) return false;
    native.append(page, this.host);
    return true;
  }

  /** Gives elements these attributes and takes them from all others: React re-uses elements, and rows are cloned. */
  write(wanted: Map<native.PageElement, Attributes>): void {
    const page = native.root();
    const marked = page ? native.allIn(page, ANY) : [];
    for (const element of new Set([...marked, ...this.written.keys()])) {
      const attributes = wanted.get(element);
      for (const name of FAMILY) if (attributes?.[name] === undefined) native.unset(element, name);
    }
    for (const [element, attributes] of wanted) {
      for (const [name, value] of Object.entries(attributes)) native.write(element, name, value);
    }
    this.written = wanted;
  }

  /** Takes everything away. */
  remove(): void {
    this.write(new Map());
    this.host.remove();
    native.adopt(native.adoptedSheets().filter((sheet) => sheet !== this.sheet));
  }

  private isHosted(): boolean {
    const parent = native.parentOf(native.asPageElement(this.host));
    return parent !== null && parent === native.root();
  }
}

/** Whether there is something on the page that an earlier script of Preflight left. */
export function leftovers(): boolean {
  const page = native.root();
  return page !== null && native.firstIn(page, `${HOST}, ${ANY}`) !== null;
}

/** Takes away what an earlier script left. */
export function sweep(): void {
  const page = native.root();
  if (!page || !leftovers()) return;
  for (const host of native.allIn(page, HOST)) native.remove(host);
  for (const element of native.allIn(page, ANY)) for (const name of FAMILY) native.unset(element, name);
  native.adopt(native.adoptedSheets().filter((sheet) => !isOurs(sheet)));
}

function isOurs({ cssRules }: CSSStyleSheet): boolean {
  const [first] = cssRules;
  return first instanceof CSSStyleRule && first.selectorText === HOST;
}
