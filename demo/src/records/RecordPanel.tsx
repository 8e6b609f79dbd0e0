import { useEffect, useRef, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-tabs";
import { EditingProvider } from "../fields/FieldRow";
import { options } from "../options";
import type { Tenant } from "../tenants/model";
import { say } from "../words";
import { type Named, NEW_ID, type RecordKind, type RecordTab } from "./kind";
import { Toolbar, ToolbarButton } from "./Toolbar";

/** What stays behind, hidden, when the admin goes on to another record. */
export interface View<T> {
  record: T;
  tab: RecordTab<T>;
}

/** What a tab shows. */
export function TabScreen<T>(props: { tab: RecordTab<T>; record: T; tenant: Tenant; change(patch: Partial<T>): void }) {
  const { tab, ...screen } = props;
  if (tab.screen) return <>{tab.screen(screen)}</>;
  return <p className="beyond">{say("This tab is not part of this demo yet.")}</p>;
}

/** Escape leaves an edit form at once, without asking. */
function useEscape(active: boolean, leave: () => void) {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && latest.current();
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [active]);
}

/** The first click on a tab after a load may be lost. */
function useSwallow(): () => boolean {
  const rest = useRef(options.swallow === "yes" ? 1 : 0);
  return () => rest.current-- > 0;
}

interface RecordPanelProps<T extends Named> {
  kind: RecordKind<T>;
  tenant: Tenant;
  record: T;
  /** Whether it is fading out or in. */
  fading: "leaving" | "entering" | null;
  onFaded?: (() => void) | undefined;
  onSave(record: T): void;
  onClose(): void;
  /** Told what is on show, after every render. */
  onView(view: View<T>): void;
}

/** An open record: toolbar, tabs, and the form of the selected tab. */
export function RecordPanel<T extends Named>(props: RecordPanelProps<T>) {
  const { kind, tenant, record, fading, onFaded, onSave, onClose, onView } = props;
  const isNew = record.id === NEW_ID;
  const [draft, setDraft] = useState<T | null>(isNew ? record : null);
  const [selected, setSelected] = useState(0);
  const [windowOpen, setWindowOpen] = useState(false);
  const swallow = useSwallow();
  const tabs = isNew ? kind.tabs.slice(0, 1) : kind.tabs;
  const shown = draft ?? record;

  useEffect(() => onView({ record, tab: tabs[selected] as RecordTab<T> }));
  useEscape(draft !== null, onClose);

  const save = () => {
    if (draft) onSave(draft);
    setDraft(null);
  };
  const cancel = () => (isNew ? onClose() : setDraft(null));
  const change = (patch: Partial<T>) => setDraft((current) => current && { ...current, ...patch });

  return (
    <div
      className={fading ? `record-panel pane-${fading}` : "record-panel"}
      onAnimationEnd={({ target, currentTarget }) => target === currentTarget && onFaded?.()}
    >
      <Toolbar
        editing={draft !== null}
        onEdit={() => setDraft(record)}
        onSave={save}
        onCancel={cancel}
        onClose={onClose}
      >
        {kind.window && <ToolbarButton {...kind.window} text={kind.window.name} onClick={() => setWindowOpen(true)} />}
      </Toolbar>
      {windowOpen && kind.window?.content(record, () => setWindowOpen(false))}
      <div className="details_page_title">{shown.name || say("New")}</div>
      <Tabs selectedIndex={selected} onSelect={(index) => swallow() || setSelected(index)}>
        <TabList>
          {tabs.map(({ name }) => (
            <Tab key={name}>{say(name)}</Tab>
          ))}
        </TabList>
        {tabs.map((tab) => (
          <TabPanel key={tab.name} className="tabcontent">
            <div className="details-form-holder">
              <div className="details-form readeditform">
                {draft && <div className="mandatory-hint">{say("* denotes a mandatory field")}</div>}
                <EditingProvider value={draft !== null}>
                  <TabScreen tab={tab} record={shown} tenant={tenant} change={change} />
                </EditingProvider>
              </div>
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}
