import { patternOf } from "../domain/hosts.js";
import { ask } from "../protocol/send.js";
import { api } from "./api.js";

// A permission is asked for by one of the extension's own pages, in answer to a click: the background cannot.

/** Asks the person for access to one host, and reads it from then on; false when the person declines. */
export async function requestHost(host: string): Promise<boolean> {
  if (!(await api.permissions.request({ origins: [patternOf(host)] }))) return false;
  await ask<void>({ kind: "add-host", host });
  return true;
}

/** Opens the settings, in a tab of their own. */
export function openSettings(): Promise<void> {
  return api.runtime.openOptionsPage();
}
