import { useState } from "preact/hooks";
import { messageOf } from "./use-settings.js";

/** What came of the last thing that was done in a part of the settings. */
export interface Outcome {
  /** Said politely when it went well. */
  said: string | null;
  /** Said at once when it failed. */
  problem: string | null;
}

const NOTHING: Outcome = { said: null, problem: null };

/** Does one thing, and keeps what there is to say of it. */
export function useTask(): { outcome: Outcome; run: (task: () => Promise<string | null>) => Promise<void> } {
  const [outcome, setOutcome] = useState(NOTHING);
  const run = async (task: () => Promise<string | null>) => {
    setOutcome(NOTHING);
    try {
      setOutcome({ said: await task(), problem: null });
    } catch (error) {
      setOutcome({ said: null, problem: messageOf(error) });
    }
  };
  return { outcome, run };
}
