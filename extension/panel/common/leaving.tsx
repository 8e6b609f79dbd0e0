import { word } from "../../platform/words.js";
import { focus } from "./focus.js";

interface Props {
  /** Goes where the person wanted to go. */
  go: () => void;
  stay: () => void;
}

/** Asks before the tab leaves a page with edits that are not saved: Halo throws them away without a word. */
export function Leaving({ go, stay }: Props) {
  return (
    <div
      class="notice"
      role="alertdialog"
      aria-labelledby="leaving"
      onKeyDown={({ key }) => key === "Escape" && stay()}
    >
      <p id="leaving">{word("leaving")}</p>
      <div class="buttons">
        <button type="button" ref={focus} onClick={stay}>
          {word("leaving_stay")}
        </button>
        <button type="button" class="plain" onClick={go}>
          {word("leaving_go")}
        </button>
      </div>
    </div>
  );
}
