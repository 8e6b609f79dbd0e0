import { useEffect, useState } from "preact/hooks";
import { api } from "../platform/api.js";
import { ask } from "../protocol/send.js";
import type { SettingsState } from "../protocol/settings.js";

/** What the settings know, kept up to date; null until the background has answered. */
export function useSettings(): { state: SettingsState | null; error: string | null } {
  const [state, setState] = useState<SettingsState | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let latest = 0;
    const refresh = async () => {
      const own = ++latest;
      try {
        const answer = await ask<SettingsState>({ kind: "settings-state" });
        // An answer that was overtaken is old.
        if (own === latest) setState(answer);
      } catch (reason) {
        setError(messageOf(reason));
      }
    };
    const onMessage = (message: { kind?: unknown }) => void (message?.kind === "changed" && refresh());
    void refresh();
    api.runtime.onMessage.addListener(onMessage);
    return () => api.runtime.onMessage.removeListener(onMessage);
  }, []);
  return { state, error };
}

/** Why something failed, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
