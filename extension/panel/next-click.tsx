import type { Pointer, ScreenId } from "../../dist/wasm/preflight.js";
import { clickWords, word } from "../shared/words.js";
import { useDesk } from "./desk.js";
import { ScreenLink } from "./screen-link.js";

/** What is to be clicked next: on the open page, or the way to the page. */
export function NextClick({ pointer, screen }: { pointer: Pointer | null; screen: ScreenId }) {
  const { known } = useDesk();
  if (!pointer || pointer.click === "go") {
    return (
      <p class="next-click">
        {word("click_go")} <ScreenLink screen={screen} />
      </p>
    );
  }
  const { click, name, target } = pointer;
  const finding = known.report.findings.find(({ id }) => id === pointer.finding) ?? null;
  return (
    <>
      <p class="next-click">{clickWords(click, name, finding)}</p>
      {target === null && name !== null && <p class="notice">{word("tour_no_target", name)}</p>}
      {click === "wait" && <p class="quiet">{word("tour_wait_mend")}</p>}
    </>
  );
}
