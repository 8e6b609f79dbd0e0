import { useEffect, useState } from "preact/hooks";
import type { Finding } from "../../dist/wasm/preflight.js";
import type { Change } from "../shared/setup.js";
import type { Knowledge, PanelState } from "../shared/state.js";
import { word } from "../shared/words.js";
import { changeSetup, openInTab, reloadTab, showInPage } from "./background.js";
import { type Desk, DeskContext } from "./desk.js";
import { Diagnosing } from "./diagnosing.js";
import { Evicted } from "./evicted.js";
import { EVERYTHING, isFilter, lists, TO_DO_ONLY } from "./filter.js";
import { Findings } from "./findings.js";
import { Integration } from "./integration.js";
import { Leading } from "./leading.js";
import { Notices } from "./notices.js";
import { PageControls } from "./page-controls.js";
import { Picker } from "./picker.js";
import { Proposal } from "./proposal.js";
import { Questions } from "./questions.js";
import { useRemembered } from "./remembered.js";
import { Reporting } from "./reporting.js";
import { Tabs } from "./tabs.js";
import { Touring } from "./tour.js";
import { useLeaving } from "./use-leaving.js";
import { Vendors } from "./vendors.js";
import { wayTo } from "./way-to.js";
import { whyNothing } from "./why.js";

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
  const { leave, leaving } = useLeaving(state.page, act);
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
