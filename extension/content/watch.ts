import { CAPTURED } from "./furniture.js";
import * as native from "./native.js";
import { pulse } from "./pulse.js";

/** Attributes that change what is captured, or what style sheets hide by. */
const ATTRIBUTES = [
  ...CAPTURED.keys(),
  ...[
    "hidden",
    "disabled",
    "value",
    "checked",
    "selected",
    "open",
    "inert",
    "aria-expanded",
    "aria-hidden",
    "data-state",
  ],
];

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES,
};

/** What a person does, and the ends of what moves: a pane that fades in changes nothing in the tree when it is there. */
const EVENTS = [
  ...(["input", "change", "click", "toggle"] as const),
  ...(["transitionend", "transitioncancel", "animationend", "animationcancel"] as const),
];

/** Whoever wants to know what may have changed on the page. */
interface Watcher {
  /** Something may have changed. */
  touch(): void;
  /** The page's elements or their attributes changed. */
  draw(): void;
  /** Somebody clicked this, given from the inside out; nothing: went back or forward. */
  click(path: native.PageElement[]): void;
  /** Whether Preflight itself made a change. */
  isOwn(change: MutationRecord): boolean;
}

/** Reports whatever may change what the page shows, until the signal. */
export function watchPage(signal: AbortSignal, { touch, draw, click, isOwn }: Watcher): void {
  const observer = new MutationObserver((changes) => {
    if (changes.every(isOwn)) return;
    draw();
    touch();
  });
  native.observe(observer, WATCHED);
  signal.addEventListener("abort", () => observer.disconnect());
  for (const type of EVENTS) native.listen(type, touch, { signal, passive: true, capture: true });
  native.listen("click", ({ target }) => click(pathOf(target)), { signal, passive: true, capture: true });
  addEventListener("popstate", () => click([]), { signal, capture: true });
  addEventListener("resize", touch, { signal, passive: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", touch, { signal });
}

function pathOf(target: EventTarget | null): native.PageElement[] {
  const path: native.PageElement[] = [];
  for (let at = native.elementIn(target); at; at = native.parentOf(at)) path.push(at);
  return path;
}

/** Calls once a frame while something scrolls. */
export function watchScrolling(signal: AbortSignal, scrolled: () => void): void {
  let due = false;
  const follow = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      if (!signal.aborted) scrolled();
    });
  };
  native.listen("scroll", follow, { signal, passive: true, capture: true });
}

/** Calls again and again while the tab can be seen, for what changes without an event and without the tree. */
export function watchQuietly(signal: AbortSignal, look: () => void): void {
  native.listen("visibilitychange", pulse(signal, native.isTabHidden, look), { signal });
}
