import { word } from "../platform/words.js";
import { ask } from "../protocol/send.js";
import { Said } from "./status-message.js";
import { useTask } from "./use-task.js";

/** The display language. */
export function Language({ language }: { language: string | null }) {
  const { outcome, run } = useTask();
  const choose = (wanted: string | null) =>
    run(async () => {
      await ask<void>({ kind: "set-language", language: wanted });
      return null;
    });
  return (
    <section class="card" aria-labelledby="language-title">
      <h2 id="language-title">{word("language")}</h2>
      <label class="field">
        {word("language_of")}
        <select
          id="language"
          value={language ?? ""}
          onChange={({ currentTarget }) => void choose(currentTarget.value || null)}
        >
          <option value="">{word("language_browser")}</option>
          {LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">{word("language_hint")}</p>
      <Said outcome={outcome} />
    </section>
  );
}

/** A language's name in that language. */
function nameOf(language: string): string {
  const tag = language.replace("_", "-");
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? language;
}
