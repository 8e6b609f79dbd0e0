import { useRef } from "react";
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

/** A list of records and, beside it, the one that the address names. */
export function RecordArea<T extends Named>({ kind }: { kind: RecordKind<T> }) {
  const { tenant, save } = useStore();
  const openId = useAddress().searchParams.get(kind.parameter);
  const listArrived = useArrived(kind.path);
  const recordArrived = useArrived(`${kind.path} ${openId}`);
  const { stale, remember } = useStale<T>(openId);

  const address = (id: string) => `${kind.path}?${kind.parameter}=${encodeURIComponent(id)}`;
  const close = () => navigate(kind.path);
  const record = openId === NEW_ID ? kind.blank(tenant) : kind.list(tenant).find(({ id }) => id === openId);
  const saveRecord = (draft: T) => {
    const next = kind.put(tenant, draft);
    save(next);
    const saved = kind.list(next).at(-1);
    if (draft.id === NEW_ID && saved) navigate(address(saved.id), "replace");
  };

  if (!listArrived) return <Loader />;
  return (
    <div className={openId === null ? "mainscreen2" : "mainscreen2 with-record"}>
      <div className="record-list">
        <div className="list-head">
          <div className="page-title">{say(kind.title)}</div>
          <button type="button" className="nhd-button glow-btn" onClick={() => navigate(address(NEW_ID))}>
            <i className="fa fa-plus" /> {say("New")}
          </button>
        </div>
        <RecordList kind={kind} tenant={tenant} openId={openId} onOpen={(id) => navigate(address(id))} />
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
