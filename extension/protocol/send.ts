import { api } from "../platform/api.js";
import { type Failure, type FromContent, type FromPanel, isFailure } from "./messages.js";
import type { FromSettings } from "./settings.js";

type Message = FromContent | FromPanel | FromSettings;

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

/** Sends a message of one of the extension's own pages; a failure is thrown, in words that can be shown. */
export async function ask<Answer>(message: FromPanel | FromSettings): Promise<Answer> {
  const answer = await send<Answer>(message);
  if (isFailure(answer)) throw new Error(answer.error);
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
