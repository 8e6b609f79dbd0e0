/** Something that the person changed: at which address, and whether the control that was changed is still on the page. */
export interface Change {
  address: string;
  isOnPage: () => boolean;
}

/**
 * Whether the person changed something that may not be saved: on any page, also where nobody can read it. It knows that
 * something was changed, never what.
 */
export class Unsaved {
  /** What was changed last, until it is saved or the page is another one. */
  last: Change | null = null;

  note(change: Change): void {
    this.last = change;
  }

  /** Whether something may be lost with the page at this address. What was changed on another page is saved or lost already. */
  isAt(address: string): boolean {
    if (this.last?.address !== address) this.last = null;
    return this.last !== null;
  }

  /**
   * The page was seen as it is saved, after this change. What is changed since then is not in it, nor is a form that lies over it:
   * its controls are still there.
   */
  save(change: Change | null): void {
    if (this.last === change && !change?.isOnPage()) this.last = null;
  }
}
