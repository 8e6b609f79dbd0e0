import { readPolicy } from "../domain/policy.js";
import { isLanguage } from "../protocol/settings.js";
import { api } from "./api.js";
import { type Messages, speak } from "./words.js";

/** The words of a language. */
export async function loadMessages(language: string): Promise<Messages> {
  const answer = await fetch(api.runtime.getURL(`_locales/${language}/messages.json`));
  return answer.json();
}

/** Which language a person chose; null: the browser's. */
export async function chosenLanguage(): Promise<string | null> {
  const { language } = await api.storage.local.get("language");
  return isLanguage(language) ? language : null;
}

/**
 * Speaks the chosen language, else the administrator's, and gives its tag. The browser's own, where none is set or its
 * words cannot be had.
 */
export async function speakChosen(): Promise<string> {
  const language = (await chosenLanguage()) ?? (await readPolicy()).language;
  const messages = language === null ? null : await loadMessages(language).catch(() => null);
  speak(messages);
  return language !== null && messages ? language.replace("_", "-") : api.i18n.getUILanguage();
}

/** Draws one of the extension's own pages in the chosen language, and again when another one is chosen. */
export function drawInLanguage(draw: () => void): void {
  const refresh = async () => {
    document.documentElement.lang = await speakChosen();
    draw();
  };
  api.storage.local.onChanged.addListener((changes) => void ("language" in changes && refresh()));
  void refresh();
}
