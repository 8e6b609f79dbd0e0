import { openSettings } from "../platform/own-hosts.js";
import { word } from "../platform/words.js";
import { requestAccess } from "./common/background.js";
import { Bar } from "./findings/bar.js";
import { Elsewhere } from "./page/elsewhere.js";
import { Tenant } from "./tenant.js";
import { usePanel } from "./use-panel.js";

/** The panel. */
export function App() {
  const { tab, access, state, error, refresh } = usePanel();
  const tenant = state?.tenant ?? null;
  return (
    <>
      <header>
        <img src="icons/icon-32.png" alt="" width="20" height="20" />
        <h1>{word("short_name")}</h1>
        <span class="tenant">{tenant && new URL(tenant).host}</span>
        <button type="button" class="plain" onClick={() => void openSettings()}>
          {word("settings")}
        </button>
        {state?.known && <Bar report={state.known.report} />}
      </header>
      <main>
        {error && (
          <div class="notice" role="alert">
            <p>{word("panel_failed")}</p>
            <p class="quiet">{error}</p>
            <button type="button" onClick={refresh}>
              {word("try_again")}
            </button>
          </div>
        )}
        {!access && <AccessNotice granted={refresh} />}
        {state && tenant === null && <Elsewhere stranger={state.stranger} granted={refresh} />}
        {access && state && tenant && tab !== null && <Tenant key={tenant} tab={tab} tenant={tenant} state={state} />}
      </main>
    </>
  );
}

function AccessNotice({ granted }: { granted: () => void }) {
  const request = async () => {
    if (await requestAccess()) granted();
  };
  return (
    <div class="notice" role="status">
      <p>{word("why_no_access")}</p>
      <button type="button" onClick={() => void request()}>
        {word("give_access")}
      </button>
    </div>
  );
}
