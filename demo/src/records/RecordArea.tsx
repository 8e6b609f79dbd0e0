import { useRef, useState } from "react";
import { EditingProvider } from "../fields/FieldRow";
import { useArrived } from "../late";
import { navigate, useAddress } from "../router";
import { Loader } from "../shell/Loader";
import { useStore } from "../store";
import { say } from "../words";
import { type Named, NEW_ID, type RecordKind } from "./kind";
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

/** A list of records and, beside it, the one that the address names. */
export function RecordArea<T extends Named>({ kind }: { kind: RecordKind<T> }) {
  const { tenant, save } = useStore();
  const { openId, isNew, open, create, close } = useOpenRecord(kind);
  const listArrived = useArrived(kind.path);
  const recordArrived = useArrived(`${kind.path} ${openId}`);
  const { stale, remember } = useStale<T>(openId);

  const record = isNew ? kind.blank(tenant) : kind.list(tenant).find(({ id }) => id === openId);
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
          {!recordArrived && <Loader />}
          {recordArrived && !record && <p className="beyond">{say("404: this record does not exist.")}</p>}
          {recordArrived && record && (
            <RecordPanel
              key={openId}
              kind={kind}
              tenant={tenant}
              record={record}
              onSave={saveRecord}
              onClose={close}
              onView={remember}
            />
          )}
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
