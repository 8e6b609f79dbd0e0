import { api } from "../platform/api.js";
import type { Changed, ToContent } from "../protocol/messages.js";

/** Tells open panels that what they show of a tab, or of any tab, may have changed. */
export function tellPanels(tab: number | null): void {
  const changed: Changed = { kind: "changed", tab };
  // Nobody listens as long as no panel is open.
  api.runtime.sendMessage(changed).catch(() => {});
}

/** Tells a tab's content script; null when there is none that answers. */
export async function tellTab<Answer = boolean>(tab: number, message: ToContent): Promise<Answer | null> {
  try {
    return await api.tabs.sendMessage<ToContent, Answer>(tab, message, { frameId: 0 });
  } catch {
    return null;
  }
}
