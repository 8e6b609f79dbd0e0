import { useRef, useState } from "react";
import { EditingProvider } from "../fields/FieldRow";
import { useArrived } from "../late";
import { options } from "../options";
import { navigate, useAddress } from "../router";
import { Loader } from "../shell/Loader";
import { useStore } from "../store";
import { say } from "../words";
import { type Named, NEW_ID, type RecordKind } from "./kind";
import { usePanes } from "./panes";
import { RecordList } from "./RecordList";
import { RecordPanel, TabScreen, type View } from "./RecordPanel";

/** Halo leaves the form of the record before in the page, hidden. */
function useStale<T extends Named>(openId: string | null) {
  const last = useRef<View<T> | null>(null);
  const stale = useRef<View<T> | null>(null);
  if (last.current && last.current.record.id !== openId) stale.current = last.current;
  return {
    stale: stale.current,
    remember: (view: View<T>) => {
      last.current = view;
    },
  };
}

/** Which record is open, and the ways to another one. */
function useOpenRecord<T extends Named>({ path, parameter, newHasAddress }: RecordKind<T>) {
  const named = useAddress().searchParams.get(parameter);
  const [creating, setCreating] = useState(false);
  const open = (id: string, how?: "replace") => {
    setCreating(false);
    navigate(`${path}?${parameter}=${encodeURIComponent(id)}`, how);
  };
  return {
    openId: creating ? NEW_ID : named,
    isNew: creating || (newHasAddress && named === NEW_ID),
    open,
    create: () => (newHasAddress ? open(NEW_ID) : setCreating(true)),
    close: () => {
      setCreating(false);
      navigate(path);
    },
  };
}

/** With the option `pane:fading`, one pane fades in over the other. */
function fadingOf(id: string, leaving: string | null): "leaving" | "entering" | null {
  if (options.pane !== "fading") return null;
  return id === leaving ? "leaving" : "entering";
}

/** A list of records and, beside it, the one that the address names. */
export function RecordArea<T extends Named>({ kind }: { kind: RecordKind<T> }) {
  const { tenant, save } = useStore();
  const { openId, isNew, open, create, close } = useOpenRecord(kind);
  const listArrived = useArrived(kind.path);
  const { shown, leaving, onLeft } = usePanes(openId);
  const { stale, remember } = useStale<T>(shown);

  const recordOf = (id: string) =>
    isNew && id === openId ? kind.blank(tenant) : kind.list(tenant).find((record) => record.id === id);
  const saveRecord = (draft: T) => {
    const next = kind.put(tenant, draft);
    save(next);
    const saved = kind.list(next).at(-1);
    if (isNew && saved) open(saved.id, "replace");
  };

  if (!listArrived) return <Loader />;
  return (
    <div className={openId === null ? "mainscreen2" : "mainscreen2 with-record"}>
      <div className="record-list">
        <div className="list-head">
          <div className="page-title">{say(kind.title)}</div>
          <button type="button" className="nhd-button glow-btn" onClick={create}>
            <i className="fa fa-plus" /> {say("New")}
          </button>
        </div>
        <RecordList kind={kind} tenant={tenant} openId={openId} onOpen={open} />
      </div>
      {openId !== null && (
        <div className="subscreen">
          {shown === null && <Loader />}
          {[leaving, shown].map((id) => {
            if (id === null) return null;
            const record = recordOf(id);
            if (!record)
              return (
                <p key={id} className="beyond">
                  {say("404: this record does not exist.")}
                </p>
              );
            return (
              <RecordPanel
                key={id}
                fading={fadingOf(id, leaving)}
                onFaded={id === leaving ? onLeft : undefined}
                kind={kind}
                tenant={tenant}
                record={record}
                onSave={saveRecord}
                onClose={close}
                onView={remember}
              />
            );
          })}
        </div>
      )}
      {stale && (
        <div className="subscreen stale" style={{ display: "none" }}>
          <EditingProvider value={false}>
            <TabScreen tab={stale.tab} record={stale.record} tenant={tenant} change={() => undefined} />
          </EditingProvider>
        </div>
      )}
    </div>
  );
}
