import { useEffect, useState } from "react";
import { options } from "./options";

/** Whether what belongs to `key` has arrived: false for a while after every change of `key`, as on a real network. */
export function useArrived(key: string): boolean {
  const [arrived, setArrived] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setArrived(key), options.delay);
    return () => clearTimeout(timer);
  }, [key]);
  return options.delay === 0 || arrived === key;
}
