import { word } from "../../platform/words.js";
import { pauseTab } from "../common/background.js";
import { useDesk } from "../common/context.js";
import { Stepper } from "./stepper.js";

const MENU = "pause-menu";

/** What concerns the open page: whether marks are drawn, the way from one to the next, and to be left alone for a while. */
export function PageControls() {
  const { tab, tenant, setup, act, change } = useDesk();
  return (
    <div class="line page-controls">
      <label class="switch">
        <input
          type="checkbox"
          checked={setup.marks}
          onChange={({ currentTarget }) => change({ what: "marks", on: currentTarget.checked })}
        />
        {word("marks_on_page")}
      </label>
      <span class="buttons">
        <Stepper />
        <button type="button" popovertarget={MENU}>
          {word("pause")}
        </button>
      </span>
      <div id={MENU} class="menu" popover="auto">
        <button type="button" class="plain" onClick={() => act(pauseTab(tab, true))}>
          {word("pause_tab")}
        </button>
        <button type="button" class="plain" onClick={() => change({ what: "paused", on: true })}>
          {word("pause_tenant", new URL(tenant).host)}
        </button>
      </div>
    </div>
  );
}
