import * as native from "./native.js";
import { Unsaved } from "./unsaved.js";

/** What looks for something and changes nothing, as far as the page says so; `searchbox` is Halo's own name. */
const SEARCH =
  '[type="search"], [role="searchbox"], [role="search"] *, [name="searchbox"], [class*="pagination"] *, [class*="pager"] *';
/** What a page draws itself and changes by a click, without an event that says so. */
const DRAWN =
  '[role="switch"], [role="checkbox"], [role="radio"], [role="menuitemcheckbox"], [role="menuitemradio"], .switches button';
/** What is chosen or taken away in the lists that Halo draws. */
const CHOICE = '[role="option"], [class*="__option"], [class*="__clear-indicator"], [class*="__multi-value__remove"]';
/** A field of such a list, and one whose list is open. */
const LIST = '[role="combobox"], [aria-autocomplete]';
const OPEN_LIST = '[role="combobox"][aria-expanded="true"], [class*="__control--menu-is-open"] *';
const CONTROL = 'input:not([type="hidden"]), textarea, select, [contenteditable=""], [contenteditable="true"]';

/** Which keys change what has the focus, where no event says so. */
const KEYS: Readonly<Record<string, string>> = {
  Enter: `${OPEN_LIST}, ${DRAWN}`,
  Tab: OPEN_LIST,
  " ": DRAWN,
  Backspace: LIST,
  Delete: LIST,
};

/** Notes what the person changes on the page, whatever page it is, until the signal. */
export function watchEdits(signal: AbortSignal): Unsaved {
  const unsaved = new Unsaved();
  const note = (element: native.PageElement | null) =>
    unsaved.note({ address: addressHere(), isOnPage: () => element !== null && native.isConnected(element) });
  const listen = (
    type: "input" | "change" | "click" | "keydown",
    changes: (at: native.PageElement, event: Event) => boolean,
  ) =>
    native.listen(
      type,
      (event) => {
        const at = native.elementIn(event.composedPath()[0]);
        if (event.isTrusted && at && !native.fits(at, SEARCH) && changes(at, event)) note(at);
      },
      { signal, passive: true, capture: true },
    );
  listen("input", () => true);
  listen("change", () => true);
  listen("click", (at) => native.closestTo(at, `${DRAWN}, ${CHOICE}`) !== null);
  listen("keydown", (at, event) => {
    const changed = event instanceof KeyboardEvent ? KEYS[event.key] : undefined;
    return changed !== undefined && native.fits(at, changed);
  });
  if (wasHereBefore()) note(null);
  return unsaved;
}

/** The page's address, without its fragment. */
export function addressHere(): string {
  return location.pathname + location.search;
}

/** A script that comes late to a page, after an update, cannot know what was changed there before. */
function wasHereBefore(): boolean {
  const body = native.body();
  return body !== null && native.allIn(body, CONTROL).some((control) => !native.fits(control, SEARCH));
}
