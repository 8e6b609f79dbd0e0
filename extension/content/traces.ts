import * as native from "./native.js";
import { ANCHOR, FRAME, HOST, OUTCOME, POINTED, PREVIEW, SHOWN } from "./page-styles.js";

/** The attributes that an element is to have, by name. */
export type Attributes = Record<string, string>;

const FAMILY = [OUTCOME, FRAME, ANCHOR, SHOWN, POINTED, PREVIEW];
/** Attributes by which a page could hide the host. */
const HIDING = ["style", "hidden", "inert", "class"];
const ANY = FAMILY.map((name) => `[${name}]`).join();

/** Everything that Preflight leaves in the page's own tree: attributes of one family, one adopted sheet, one host. */
export class Traces {
  private written = new Map<native.PageElement, Attributes>();

  constructor(
    private readonly host: HTMLElement,
    private readonly sheet: CSSStyleSheet,
  ) {}

  /** False once the page has taken something of it away, or copied or forged it. */
  get intact(): boolean {
    return this.isHosted() && this.isStyled() && this.areAttributesIntact();
  }

  /** Puts host and sheet where they belong, as they were; true when the host had to be moved. */
  restore(): boolean {
    const sheets = native.adoptedSheets();
    if (!sheets.includes(this.sheet)) native.adopt([...sheets, this.sheet]);
    this.sheet.disabled = false;
    const page = native.root();
    if (!page) return false;
    const own = native.asPageElement(this.host);
    for (const name of HIDING) native.unset(own, name);
    for (const host of native.allIn(page, HOST)) if (host !== own) native.remove(host);
    if (this.isHosted()) return false;
    native.append(page, this.host);
    return true;
  }

  /** True once the page has emptied the sheet. */
  get isBlank(): boolean {
    return this.sheet.cssRules.length === 0;
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
    const own = native.asPageElement(this.host);
    const parent = native.parentOf(own);
    const isAlone = parent !== null && parent === native.root() && native.allIn(parent, HOST).length === 1;
    return isAlone && !HIDING.some((name) => native.hasAttributeOf(own, name));
  }

  private isStyled(): boolean {
    return native.adoptedSheets().includes(this.sheet) && !this.sheet.disabled && !this.isBlank;
  }

  private areAttributesIntact(): boolean {
    const page = native.root();
    const marked = page ? native.allIn(page, `[${OUTCOME}]`) : [];
    if (marked.some((element) => this.written.get(element)?.[OUTCOME] === undefined)) return false;
    return [...this.written].every(
      ([element, attributes]) =>
        !native.isConnected(element) ||
        Object.entries(attributes).every(([name, value]) => native.attribute(element, name) === value),
    );
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
