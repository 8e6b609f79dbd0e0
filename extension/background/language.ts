import { loadMessages, speakChosen } from "../platform/languages.js";
import { local } from "./storage-area.js";

let speaking: Promise<unknown> | null = null;

/** Resolves when words are in the chosen language; looked up once as long as this worker lives. */
export function inLanguage(): Promise<unknown> {
  speaking ??= speakChosen();
  return speaking;
}

/** Speaks this language from now on; null: the browser's. */
export async function setLanguage(language: string | null): Promise<void> {
  // Fails for a language that there is none of, before anything is changed.
  if (language !== null) await loadMessages(language);
  await local.write("language", language);
  await relearn();
}

/** Speaks what is stored by now. */
export async function relearn(): Promise<void> {
  speaking = null;
  await inLanguage();
}
