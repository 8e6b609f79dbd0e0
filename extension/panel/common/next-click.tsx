import type { Pointer, ScreenId } from "../../../dist/wasm/preflight.js";
import { clickWords, word } from "../../platform/words.js";
import { useDesk } from "./context.js";
import { ScreenLink } from "./screen-link.js";

/** What is to be clicked next: on the open page, or the way to the page. */
export function NextClick({ pointer, screen }: { pointer: Pointer | null; screen: ScreenId | null }) {
  const { known } = useDesk();
  if (!pointer || pointer.click === "go") {
    return (
      <p class="next-click">
        {word("click_go")} {screen && <ScreenLink screen={screen} />}
      </p>
    );
  }
  const { click, name, target, shown_when } = pointer;
  const finding = known.report.findings.find(({ id }) => id === pointer.finding) ?? null;
  return (
    <>
      <p class="next-click">{clickWords(pointer, finding)}</p>
      {target === null && name !== null && <p class="notice">{word("tour_no_target", name)}</p>}
      {shown_when && click !== "depends" && (
        <p class="quiet">{word("reason_hidden_by_value", shown_when.field, shown_when.is)}</p>
      )}
      {click === "wait" && <p class="quiet">{word("tour_wait_fix")}</p>}
    </>
  );
}
