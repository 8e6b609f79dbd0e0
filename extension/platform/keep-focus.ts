/** Where the focus can be without the next key's setting anything off. */
const PLACES = "section, article, main, [role=tabpanel]";

/**
 * Gives the focus to the place around when what had it goes, because it was deleted, closed or done with: the keyboard goes
 * on there, and not at the top of the page. Whoever knows a better place has given it the focus before.
 */
export function keepFocus(root: HTMLElement): void {
  let last: Element | null = null;
  let places: HTMLElement[] = [];
  root.addEventListener("focusin", ({ target }) => {
    last = target as Element;
    places = placesAround(last);
  });
  new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const place = places.find((element) => element.isConnected && element.checkVisibility());
    last = null;
    if (!place) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }).observe(root, { childList: true, subtree: true });
}

/** The places that an element stands in, the nearest first. */
function placesAround(element: Element): HTMLElement[] {
  const place = element.parentElement?.closest<HTMLElement>(PLACES);
  return place ? [place, ...placesAround(place)] : [];
}
