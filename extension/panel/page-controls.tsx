import { word } from "../shared/words.js";
import { pauseTab } from "./background.js";
import { useDesk } from "./desk.js";

const MENU = "pause-menu";

/** Whether marks are drawn on the page, and the way to be left alone by Preflight for a while. */
export function PageControls() {
  const { tab, tenant, setup, act, change } = useDesk();
  return (
    <div class="line">
      <label class="switch">
        <input
          type="checkbox"
          checked={setup.marks}
          onChange={({ currentTarget }) => change({ what: "marks", on: currentTarget.checked })}
        />
        {word("marks_on_page")}
      </label>
      <button type="button" class="plain" popovertarget={MENU}>
        {word("pause")}
      </button>
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
