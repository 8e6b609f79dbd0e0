import { api } from "./api.js";
import type { Failure, FromContent, FromPanel } from "./messages.js";

type Message = FromContent | FromPanel;

/**
 * Milliseconds until a lost message is sent again. A background that is just ending refuses what reaches it; the browser
 * starts the next one only when this one is gone.
 */
const PAUSES = [50, 200, 800];

/** Sends a message to the background, which wakes for it. Rejects when the answer is lost again and again. */
export async function send<Answer>(message: Message): Promise<Answer | Failure> {
  for (const pause of PAUSES) {
    const answer = await attempt<Answer>(message);
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const answer = await attempt<Answer>(message);
  if (answer === undefined) throw new Error("The background gave no answer. Try once more.");
  return answer;
}

/** Undefined when the answer is lost: the background always answers something, unless it ends before. */
async function attempt<Answer>(message: Message): Promise<Answer | Failure | undefined> {
  try {
    return await api.runtime.sendMessage<Message, Answer | Failure | undefined>(message);
  } catch (error) {
    if (!isConnected()) throw error;
    return undefined;
  }
}

/** False once the extension was updated or removed: this script then is an orphan and can reach nobody. */
export function isConnected(): boolean {
  return api.runtime?.id !== undefined;
}
