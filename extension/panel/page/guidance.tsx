import { subject, word } from "../../platform/words.js";
import { showInPage } from "../common/background.js";
import { useDesk } from "../common/context.js";
import { NextClick } from "../common/next-click.js";

/** The way to a finding that somebody wants to see, as long as it is not on the page. */
export function Leading() {
  const { tab, known, page, act } = useDesk();
  const pointer = page?.pointer ?? null;
  const finding = known.report.findings.find(({ id }) => id === pointer?.finding);
  if (pointer?.step !== null || !finding) return null;
  return (
    <div class="notice" role="status">
      <p>{word("leading_to", subject(finding))}</p>
      <NextClick pointer={pointer} screen={finding.screen} />
      <button type="button" onClick={() => act(showInPage(tab, null))}>
        {word("stop_leading")}
      </button>
    </div>
  );
}
