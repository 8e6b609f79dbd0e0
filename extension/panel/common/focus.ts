import { useLayoutEffect, useRef } from "preact/hooks";

/** As a `ref`: what appears has the focus. */
export function focus(element: HTMLElement | null): void {
  element?.focus();
}

/** A ref for what has the focus again once that is closed which stood in its place. */
export function useFocusAfter<Target extends HTMLElement>(open: boolean) {
  const target = useRef<Target>(null);
  const was = useRef(open);
  useLayoutEffect(() => {
    if (was.current && !open) target.current?.focus();
    was.current = open;
  }, [open]);
  return target;
}

/**
 * A ref for a finding in the list. One that goes while it has the focus, because it was accepted or fixed, gives it to the
 * next one: the keyboard goes on there, and not at the top of the panel.
 */
export function useHandOver() {
  const item = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const own = item.current;
    return () => {
      if (own?.contains(document.activeElement)) neighbourOf(own)?.focus();
    };
  }, []);
  return item;
}

/** The finding after this one, else the one before it, among those that are to be seen. */
function neighbourOf(item: HTMLElement): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>("li[id^='finding-']")];
  const at = all.indexOf(item);
  return [...all.slice(at + 1), ...all.slice(0, at).reverse()].find((other) => other.checkVisibility());
}
