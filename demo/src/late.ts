import { useEffect, useState } from "react";
import { options } from "./options";

/** What waits to arrive, first asked for first. */
const waiting: (() => void)[] = [];
/** How many arrivals were allowed before anything waited for them. */
let allowed = 0;

window.addEventListener("demo-arrive", () => {
  const next = waiting.shift();
  if (next) next();
  else allowed++;
});

/** Runs this once what was asked for arrives, as on a real network; returns what calls it off. */
export function onArrival(run: () => void): () => void {
  if (options.delay !== "held") {
    const timer = setTimeout(run, options.delay);
    return () => clearTimeout(timer);
  }
  if (allowed > 0) {
    allowed--;
    run();
    return () => undefined;
  }
  waiting.push(run);
  return () => {
    const at = waiting.indexOf(run);
    if (at >= 0) waiting.splice(at, 1);
  };
}

/** Whether what belongs to `key` has arrived: false for a while after every change of `key`. */
export function useArrived(key: string): boolean {
  const [arrived, setArrived] = useState<string | null>(null);
  useEffect(() => onArrival(() => setArrived(key)), [key]);
  return options.delay === 0 || arrived === key;
}
