import { api } from "../shared/api.js";
import type { Failure, FromContent } from "../shared/messages.js";

/** Sends a message to the background, which wakes for it. Rejects when the answer is lost. */
export function send<Answer>(message: FromContent): Promise<Answer | Failure> {
  return api.runtime.sendMessage<FromContent, Answer | Failure>(message);
}

/** False once the extension was updated or removed: this script then is an orphan and can reach nobody. */
export function isConnected(): boolean {
  return api.runtime?.id !== undefined;
}
