import type { Change } from "../../domain/setup.js";
import { word } from "../../platform/words.js";
import type { Paused } from "../../protocol/state.js";
import { pauseTab } from "../common/background.js";
import type { Why } from "./why.js";

/** What it takes to do something about a tab of a tenant. */
export interface Hands {
  tab: number;
  paused: Paused | null;
  /** Does something; says so where it fails. */
  act: (what: Promise<unknown>) => void;
  /** Takes a change of the set-up in. */
  change: (change: Change) => void;
  /** Opens a path of the tenant in the tab; asks first, where an edit would be lost. */
  open: (path: string) => void;
  /** Reloads the page, likewise. */
  reload: () => void;
}

/** What can be done about the reason why nothing is shown, one click away; what only the person can do stands in its words. */
export function WayOut({ why, hands }: { why: Why; hands: Hands }) {
  const { tab, paused, act, change, open, reload } = hands;
  switch (why) {
    case "paused":
      return (
        <WayButton
          words={word("resume")}
          go={() => {
            act(pauseTab(tab, false));
            if (paused === "tenant") change({ what: "paused", on: false });
          }}
        />
      );
    case "not-configuration":
      return <WayButton words={word("open_configuration")} go={() => open("/config")} />;
    case "language-not-recognised":
      return <WayButton words={word("open_languages")} go={() => open("/config/language")} />;
    case "reload":
    case "still-loading":
    case "unreadable":
      return <WayButton words={word("reload_page")} go={reload} />;
    default:
      return null;
  }
}

function WayButton({ words, go }: { words: string; go: () => void }) {
  return (
    <button type="button" onClick={go}>
      {words}
    </button>
  );
}
