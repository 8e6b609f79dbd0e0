import { useEffect, useState } from "preact/hooks";
import type { Finding } from "../../dist/wasm/preflight.js";
import type { Change } from "../domain/setup.js";
import { word } from "../platform/words.js";
import type { Knowledge, PanelState } from "../protocol/state.js";
import { changeSetup, openInTab, reloadTab, showInPage } from "./common/background.js";
import { type Desk, DeskContext } from "./common/context.js";
import { wayTo } from "./common/path-to-finding.js";
import { useRemembered } from "./common/remembered.js";
import { Tabs } from "./common/tabs.js";
import { useLeaving } from "./common/use-leaving.js";
import { Diagnosing } from "./diagnosis/diagnosing.js";
import { EVERYTHING, isFilter, lists, TO_DO_ONLY } from "./findings/filter.js";
import { Findings } from "./findings/findings.js";
import { Integration } from "./integration/integration.js";
import { Questions } from "./integration/questions.js";
import { Evicted } from "./page/evicted.js";
import { Leading } from "./page/guidance.js";
import { Notices } from "./page/notices.js";
import { PageControls } from "./page/page-controls.js";
import { whyNothing } from "./page/why.js";
import { Reporting } from "./report/reporting.js";
import { Touring } from "./tour/tour.js";
import { Picker } from "./vendors/picker.js";
import { Proposal } from "./vendors/proposal.js";
import { Vendors } from "./vendors/vendors.js";

interface Props {
  tab: number;
  tenant: string;
  state: PanelState;
}

/** Everything about one tenant. */
export function Tenant({ tab, tenant, state }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const act = (what: Promise<unknown>) => {
    setProblem(null);
    what.catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  const change = (wanted: Change) => act(changeSetup(tenant, wanted));
  const { leave, leaving } = useLeaving(tab, act);
  const open = (path: string) => leave(() => openInTab(tab, tenant + path));
  const hands = { tab, paused: state.paused, act, change, open, reload: () => leave(() => reloadTab(tab)) };
  const { known, setup, page } = state;
  const failure = problem ?? state.problem;
  const alert = failure && (
    <p class="notice" role="alert">
      {failure}
    </p>
  );
  if (!known) {
    const choose = (profile: string) => change({ what: "vendors", vendors: [{ profile, features: null }] });
    return (
      <>
        {state.paused === null && <Picker profiles={state.profiles} choose={choose} />}
        {alert}
        {leaving}
        <Notices state={state} hands={hands} />
      </>
    );
  }
  const lead = async (finding: Finding) => {
    const path = (await showInPage(tab, finding.id)) ? null : wayTo(finding, known, page);
    if (path !== null) open(path);
  };
  const show = (finding: Finding) => act(lead(finding));
  const desk = { ...hands, tenant, setup, known, page, why: whyNothing(state), show };
  return (
    <Views desk={desk}>
      {state.paused === null && <Questions />}
      <Vendors profiles={state.profiles} proposed={state.proposed} />
      {state.proposed && <Proposal proposed={state.proposed} />}
      <Evicted count={state.evicted} />
      {alert}
      {leaving}
      <Notices state={state} hands={hands} />
      {state.paused === null && <PageControls />}
      <Leading />
    </Views>
  );
}

const VIEWS = ["findings", "tour", "integration", "diagnosis", "report"] as const;

type View = (typeof VIEWS)[number];

interface ViewsProps {
  desk: Omit<Desk, "reveal">;
  children: preact.ComponentChildren;
}

/** What does not change with the view, and the views below it. */
function Views({ desk, children }: ViewsProps) {
  // Who takes the tour goes on with it, also after a sign-in or on another day.
  const [view, setView] = useState<View>(desk.known.guide ? "tour" : "findings");
  const [revealed, setRevealed] = useState<{ finding: string } | null>(null);
  const [filter, setFilter] = useRemembered("filter", TO_DO_ONLY, isFilter);
  useEffect(() => focusOn(revealed?.finding), [revealed]);
  const reveal = (finding: string) => {
    setView("findings");
    const isListed = desk.known.report.findings.some((each) => each.id === finding && lists(filter, each));
    if (!isListed) setFilter(EVERYTHING);
    setRevealed({ finding });
  };
  const name = (each: View) => word(`view_${each}`, countToDo(desk.known));
  return (
    <DeskContext.Provider value={{ ...desk, reveal }}>
      {children}
      <Tabs names={VIEWS} nameOf={name} chosen={view} choose={setView}>
        {{
          findings: <Findings filter={filter} setFilter={setFilter} />,
          tour: <Touring />,
          integration: <Integration />,
          diagnosis: <Diagnosing />,
          report: <Reporting active={view === "report"} />,
        }}
      </Tabs>
    </DeskContext.Provider>
  );
}

function countToDo({ report: { summary } }: Knowledge): number {
  return (summary.missing ?? 0) + (summary.wrong ?? 0) + (summary.excess ?? 0);
}

function focusOn(finding: string | undefined): void {
  const item = finding === undefined ? null : document.getElementById(`finding-${finding}`);
  const fold = item?.closest("details");
  if (fold) fold.open = true;
  item?.focus();
}
