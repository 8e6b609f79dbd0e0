import { word } from "../platform/words.js";
import { Hosts } from "./hosts.js";
import { Language } from "./language.js";
import { Managed } from "./managed.js";
import { Profiles } from "./profiles.js";
import { Stored } from "./stored.js";
import { useSettings } from "./use-settings.js";

/** The settings. */
export function App() {
  const { state, error } = useSettings();
  return (
    <>
      <header>
        <img src="icons/icon-32.png" alt="" width="20" height="20" />
        <h1>{word("settings_title")}</h1>
      </header>
      <main>
        {error && (
          <p class="notice" role="alert">
            {error}
          </p>
        )}
        {state && (
          <>
            <Hosts hosts={state.hosts} />
            <Profiles offers={state.offers} own={state.own} />
            <Language language={state.language} />
            <Stored state={state} />
            <Managed policy={state.policy} profiles={state.own.filter(({ managed }) => managed).length} />
          </>
        )}
      </main>
    </>
  );
}
