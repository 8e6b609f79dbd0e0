import { useEffect, useState } from "preact/hooks";
import { api } from "../../platform/api.js";

/** A state that lasts as long as the browser runs: a panel is closed and opened often. */
export function useRemembered<Value>(
  name: string,
  initial: Value,
  isValue: (value: unknown) => value is Value,
): [Value, (value: Value) => void] {
  const key = `panel ${name}`;
  const [value, setValue] = useState(initial);
  useEffect(() => {
    void api.storage.session.get<Record<string, unknown>>(key).then((stored) => {
      const known = stored[key];
      if (isValue(known)) setValue(known);
    });
  }, [key, isValue]);
  const remember = (next: Value) => {
    setValue(next);
    void api.storage.session.set({ [key]: next });
  };
  return [value, remember];
}
