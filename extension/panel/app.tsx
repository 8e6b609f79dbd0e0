import { useState } from "preact/hooks";
import type { PanelState } from "../shared/messages.js";
import { word } from "../shared/words.js";
import { choose, requestAccess, showInPage } from "./background.js";
import { GroupSection } from "./group.js";
import { groupsOf } from "./groups.js";
import { Picker } from "./picker.js";
import { Summary } from "./summary.js";
import { usePanel } from "./use-panel.js";
import { Vendor } from "./vendor.js";
import { whyNothing } from "./why.js";

/** The panel. */
export function App() {
  const { tab, access, state, error, refresh } = usePanel();
  return (
    <>
      <header>
        <img src="icons/icon-32.png" alt="" width="20" height="20" />
        <h1>{word("short_name")}</h1>
        {state?.tenant && <span class="tenant">{state.tenant}</span>}
      </header>
      <main>
        {error && <p class="notice" role="alert">{`${word("panel_failed")} ${error}`}</p>}
        {!access && <AccessNotice granted={refresh} />}
        {access && tab !== null && state && <Tenant key={state.tenant} tab={tab} state={state} />}
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

/** Everything about one tenant. */
function Tenant({ tab, state }: { tab: number; state: PanelState }) {
  const [choosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = (what: Promise<unknown>) => {
    setProblem(null);
    what.catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  const pick = (profile: string, features: string[] | null) => {
    setChoosing(false);
    act(choose(tab, { profile, features }));
  };
  const show = (finding: string) => {
    const gone = () => setProblem(word("not_on_page"));
    act(showInPage(tab, finding).then((shown) => shown || gone()));
  };
  const { tenant, profiles, profile, report, page } = state;
  if (tenant === null) return <Notice state={state} />;
  const picking = choosing || !profile;
  return (
    <>
      {picking ? (
        <Picker
          profiles={profiles}
          choose={(id) => pick(id, null)}
          cancel={profile ? () => setChoosing(false) : undefined}
        />
      ) : (
        <Vendor
          profile={profile}
          change={() => setChoosing(true)}
          setFeatures={(features) => pick(profile.id, features)}
        />
      )}
      {(problem ?? state.problem) && (
        <p class="notice" role="alert">
          {problem ?? state.problem}
        </p>
      )}
      <Notice state={state} />
      {!picking && report && <Summary report={report} />}
      {!picking &&
        report &&
        groupsOf(report, page?.screen ?? null).map((group) => (
          <GroupSection key={group.screen} group={group} sources={profile.sources} page={page} show={show} />
        ))}
    </>
  );
}

/** Why there are no marks on the open page, and the way out. */
function Notice({ state }: { state: PanelState }) {
  const why = whyNothing(state);
  if (why === null) return null;
  return (
    <div class="notice" role="status">
      <p>{word(`why_${why}`)}</p>
      {state.page?.problem && <p class="quiet">{state.page.problem}</p>}
    </div>
  );
}
