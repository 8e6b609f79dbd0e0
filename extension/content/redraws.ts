import type * as native from "./native.js";

type PageElement = native.PageElement;

/**
 * Reports which elements stand on the page since another address and still say what they said there, and what was clicked
 * last before the address changed. Halo changes the address before it renders the record's pane. What follows from these
 * facts, the core decides.
 */
export class Redraws {
  private address = "";
  /** Counts the addresses. */
  private under = 0;
  /** The first address under which what the next capture finds for the first time can have been drawn. */
  private since = 0;
  /** The page changed under this address after the last capture, or before the first one. */
  private unseen = true;
  private clicked: readonly PageElement[] = [];
  private ledHere: readonly PageElement[] = [];
  private readonly known = new WeakMap<PageElement, { said: string; under: number }>();

  /** What was clicked last before the page came to this address, from the inside out. */
  get led(): readonly PageElement[] {
    return this.ledHere;
  }

  /** Somebody clicked an element, which is given with all that it stands in; nothing: went back or forward. */
  click(path: readonly PageElement[]): void {
    this.clicked = path;
  }

  /** Something was drawn while the page was at this address. */
  draw(address: string): void {
    this.follow(address);
    this.unseen = true;
  }

  /** A capture begins, at this address. */
  begin(address: string): void {
    this.follow(address);
  }

  /** A capture has seen the page as it is. */
  end(): void {
    this.since = this.under;
    this.unseen = false;
  }

  /** Whether an element that says this stood on the page under an address before, and said the same. */
  stands(element: PageElement, said: string): boolean {
    const before = this.known.get(element);
    if (before?.said === said) return before.under < this.under;
    this.known.set(element, { said, under: this.since });
    return this.since < this.under;
  }

  private follow(address: string): void {
    if (address === this.address) return;
    this.address = address;
    this.under++;
    if (!this.unseen) this.since = this.under;
    this.ledHere = this.clicked;
    this.clicked = [];
  }
}
