import { useEffect, useState } from "react";
import { onArrival } from "../late";
import { options } from "../options";

interface Panes {
  /** The record whose pane is on show; null while none is. */
  shown: string | null;
  /** The record before, whose pane fades out meanwhile. */
  leaving: string | null;
}

const NONE: Panes = { shown: null, leaving: null };

/** Whose pane is on show while the address already names this record; the option `pane` says what happens until it arrives. */
export function usePanes(openId: string | null): Panes & { onLeft(): void } {
  const [panes, setPanes] = useState(NONE);
  useEffect(() => {
    if (openId === null) return setPanes(NONE);
    const arrive = ({ shown }: Panes) => ({ shown: openId, leaving: options.pane === "fading" ? shown : null });
    const callOff = onArrival(() => setPanes(arrive));
    // Here a record arrives even when another one was asked for meanwhile.
    return options.pane === "late" ? undefined : callOff;
  }, [openId]);
  const onLeft = () => setPanes(({ shown }) => ({ shown, leaving: null }));
  if (openId === null) return { ...NONE, onLeft };
  if (options.pane !== "loader") return { ...panes, onLeft };
  return { shown: options.delay === 0 || panes.shown === openId ? openId : null, leaving: null, onLeft };
}
