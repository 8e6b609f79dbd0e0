import type { ProfileInfo } from "../../../dist/wasm/preflight.js";
import { word } from "../../platform/words.js";

interface Props {
  profile: ProfileInfo;
  /** The way to be without it. */
  leave: { name: string; act: () => void };
  setFeatures: (features: string[]) => void;
}

/** A chosen vendor, and which of its features count. */
export function Vendor({ profile, leave, setFeatures }: Props) {
  const { name, summary, features, chosen } = profile;
  const toggle = (id: string, on: boolean) =>
    setFeatures(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <article class="chosen-vendor" aria-labelledby={`chosen-${profile.id}`}>
      <div class="line">
        <h2 id={`chosen-${profile.id}`}>{name}</h2>
        <button type="button" class="plain" aria-label={`${leave.name}: ${name}`} onClick={leave.act}>
          {leave.name}
        </button>
      </div>
      <details>
        <summary>{word("features", chosen.length, features.length)}</summary>
        <p class="quiet">{summary}</p>
        <ul class="features">
          {features.map(({ id, name, summary }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  // Without a feature nothing would be asked for, and everything would look fine.
                  disabled={chosen.length === 1 && chosen.includes(id)}
                  onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
                />
                <span>
                  <b>{name}</b>
                  <span class="quiet">{summary}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}
