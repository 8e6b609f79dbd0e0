import { nameOf } from "../domain/screens.js";
import { timeOf } from "../platform/time.js";
import { word } from "../platform/words.js";
import type { KeptSighting, StoredTenant } from "../protocol/settings.js";
import { Deleting } from "./deleting.js";

interface Props {
  stored: StoredTenant;
  clear: () => void;
  forget: () => void;
}

/** What is kept of one tenant: what the person said of it, and what was seen. */
export function Tenant({
  stored: { tenant, vendors, waivers, records, rejected, evicted, sightings },
  clear,
  forget,
}: Props) {
  const { host } = new URL(tenant);
  const [oldest] = sightings;
  return (
    <article class="stored-tenant" aria-labelledby={`stored-${host}`}>
      <h3 id={`stored-${host}`}>{host}</h3>
      <dl>
        <dt>{word("stored_said")}</dt>
        <dd>
          {word("stored_setup", vendors.join(", ") || word("none_chosen"), waivers, records, rejected)}
          <span class="quiet"> {word("stored_on_disk")}</span>
        </dd>
        <dt>{word("stored_seen")}</dt>
        <dd>
          {sightings.length === 0 ? word("nothing_seen") : word("screens_seen", sightings.length)}{" "}
          <span class="quiet">{oldest?.seen && word("stored_since", timeOf(oldest.seen))}</span>
          {evicted > 0 && <p class="quiet">{word("stored_evicted", evicted)}</p>}
        </dd>
      </dl>
      {sightings.length > 0 && (
        <details>
          <summary>{word("stored_show")}</summary>
          <ul class="seen">
            {sightings.toReversed().map((sighting) => (
              <SightingLine key={`${sighting.screen} ${nameOf(sighting.record)}`} sighting={sighting} />
            ))}
          </ul>
        </details>
      )}
      <div class="buttons">
        {sightings.length > 0 && (
          <button type="button" aria-label={`${word("clear_seen")}: ${host}`} onClick={clear}>
            {word("clear_seen")}
          </button>
        )}
        <Deleting
          words={word("delete_tenant")}
          of={host}
          question={word("delete_tenant_question", host)}
          act={forget}
        />
      </div>
    </article>
  );
}

function SightingLine({ sighting: { screen, record, seen, kept } }: { sighting: KeptSighting }) {
  return (
    <li>
      <span>
        {word(`screen_${screen}`)} <b>{nameOf(record)}</b>
      </span>
      <span class="quiet">
        {[seen && timeOf(seen), word(kept ? "kept_on_disk" : "kept_for_session")].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}
