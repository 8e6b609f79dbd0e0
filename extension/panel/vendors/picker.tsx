import { useEffect, useMemo, useState } from "preact/hooks";
import { key } from "../../domain/text.js";
import { word } from "../../platform/words.js";
import type { Offer } from "../../protocol/state.js";
import { focus } from "../common/focus.js";

interface Props {
  profiles: Offer[];
  choose: (profile: string) => void;
  /** Leaves the choice as it is; absent when there is none yet. */
  cancel?: (() => void) | undefined;
}

/** Finds a vendor by name or keyword: a combobox whose list is always open. */
export function Picker({ profiles, choose, cancel }: Props) {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(() => search(profiles, query), [profiles, query]);
  const active = found[Math.min(at, found.length - 1)];
  // The keys move what is active, not the focus: the browser does not scroll to it by itself.
  useEffect(() => {
    if (at > 0) document.querySelector(".vendor[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Enter" && active) choose(active.id);
    else if (event.key === "Escape" && cancel) cancel();
    else return;
    event.preventDefault();
  };
  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    setQuery(currentTarget.value);
    setAt(0);
  };
  return (
    <section class="picker" aria-labelledby="picker-title">
      <h2 id="picker-title">{word("choose_vendor")}</h2>
      <input
        // Whoever asked for another vendor types at once.
        ref={cancel ? focus : null}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="vendors"
        aria-autocomplete="list"
        aria-activedescendant={active ? `vendor-${active.id}` : undefined}
        aria-label={word("search_vendor")}
        placeholder={word("search_vendor")}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
      <div id="vendors" role="listbox" aria-label={word("vendors")}>
        {found.map((profile) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the combobox has the keys
          <div
            key={profile.id}
            id={`vendor-${profile.id}`}
            class="vendor"
            role="option"
            aria-selected={profile === active}
            onClick={() => choose(profile.id)}
          >
            <b>
              {profile.name} {profile.own && <span class="badge">{word("own_profile")}</span>}
            </b>
            <span>{profile.summary}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p role="status">{word("no_vendor_found", query)}</p>}
      {cancel && (
        <button type="button" class="plain" onClick={cancel}>
          {word("cancel")}
        </button>
      )}
    </section>
  );
}

/** Every word of the query has to be in the name or the keywords; names that begin with it come first. */
function search(profiles: Offer[], query: string): Offer[] {
  const words = query.split(/\s+/).map(key).filter(Boolean);
  const haystack = ({ id, name, keywords }: Offer) => [id, name, ...keywords].map(key).join(" ");
  const begins = ({ name }: Offer) => Number(key(name).startsWith(key(query)));
  return profiles
    .filter((profile) => words.every((part) => haystack(profile).includes(part)))
    .toSorted((a, b) => begins(b) - begins(a) || a.name.localeCompare(b.name));
}
