import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

interface Props<Name extends string> {
  names: readonly Name[];
  nameOf: (name: Name) => string;
  chosen: Name;
  choose: (name: Name) => void;
  children: Record<Name, ComponentChildren>;
}

/** Views of which one is shown; the others stay as they are. Arrow keys go from tab to tab, Home and End to the first and the last. */
export function Tabs<Name extends string>({ names, nameOf, chosen, choose, children }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = list.current?.matches(":dir(rtl)") ? "ArrowLeft" : "ArrowRight";
    const next = names[destination(event.key, forward, names.indexOf(chosen), names.length)];
    if (!next) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" ref={list} onKeyDown={onKeyDown}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-controls={`view-${name}`}
            aria-selected={name === chosen}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => choose(name)}
          >
            {nameOf(name)}
          </button>
        ))}
      </div>
      {names.map((name) => (
        <div
          key={name}
          class="view"
          role="tabpanel"
          id={`view-${name}`}
          aria-labelledby={`tab-${name}`}
          hidden={name !== chosen}
        >
          {children[name]}
        </div>
      ))}
    </>
  );
}

/** Where a key leads from a tab: to its neighbour, round at the ends; -1 for a key that leads nowhere. */
function destination(key: string, forward: string, at: number, count: number): number {
  switch (key) {
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "ArrowLeft":
    case "ArrowRight":
      return (at + (key === forward ? 1 : count - 1)) % count;
    default:
      return -1;
  }
}
