import type { ComponentChildren } from "preact";
import { useDesk } from "./context.js";

interface Props {
  /** Path in the tenant. */
  path: string;
  title?: string;
  children: ComponentChildren;
}

/** A link into the tenant; it opens in the tab that the panel is about. */
export function Way({ path, title, children }: Props) {
  const { tenant, open } = useDesk();
  const onClick = (event: MouseEvent) => {
    // Other buttons and keys mean another tab or window: that is the browser's own.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(path);
  };
  return (
    <a href={tenant + path} title={title} onClick={onClick}>
      {children}
    </a>
  );
}
