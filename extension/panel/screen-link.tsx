import type { ScreenId } from "../../dist/wasm/preflight.js";
import { pathOf } from "../shared/screens.js";
import { word } from "../shared/words.js";
import { useDesk } from "./desk.js";

/** A link to a screen, or to the list in which its record stands; it opens in the tab that the panel is about. */
export function ScreenLink({ screen }: { screen: ScreenId }) {
  const { tenant, known, open } = useDesk();
  const onClick = (event: MouseEvent) => {
    // Other buttons and keys mean another tab or window: that is the browser's own.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(screen);
  };
  return (
    <a href={tenant + pathOf(screen, known.links)} title={word(`where_${screen}`)} onClick={onClick}>
      {word(`screen_${screen}`)}
    </a>
  );
}
