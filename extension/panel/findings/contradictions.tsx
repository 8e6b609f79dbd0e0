import type { Contradiction } from "../../../dist/wasm/preflight.js";
import { word } from "../../platform/words.js";
import { useDesk } from "../common/context.js";

/** Needs that no setting can satisfy together. */
export function Contradictions({ contradictions }: { contradictions: Contradiction[] }) {
  const { known } = useDesk();
  if (contradictions.length === 0) return null;
  const nameOf = (id: string) => known.profiles.find((profile) => profile.id === id)?.name ?? id;
  return (
    <section class="contradictions" aria-labelledby="contradictions">
      <h3 id="contradictions">{word("contradictions", contradictions.length)}</h3>
      <p class="quiet">{word("contradictions_fix")}</p>
      <ul class="findings">
        {contradictions.map(({ screen, field, wants }) => (
          <li key={`${screen} ${field}`} class="finding review">
            <h4>{field}</h4>
            <p class="quiet">{word(`screen_${screen}`)}</p>
            <dl>
              {wants.map(({ profile, requirement, expected }) => (
                <>
                  <dt key={requirement}>{nameOf(profile)}</dt>
                  <dd>{expected}</dd>
                </>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
