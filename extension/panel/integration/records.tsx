import type { Record as HaloRecord, ProfileInfo } from "../../../dist/wasm/preflight.js";
import { nameOf } from "../../domain/screens.js";
import { word } from "../../platform/words.js";
import { useDesk } from "../common/context.js";
import { type Part, partsOf, recordOf } from "../common/parts.js";

/** Which of the tenant's records belong to the integration: of each vendor's, where there are several. */
export function Records() {
  const { known } = useDesk();
  return (
    <section class="records" aria-labelledby="records">
      <h3 id="records">{word("your_integration")}</h3>
      <p class="quiet">{word("your_integration_hint")}</p>
      {known.profiles.map((profile) => (
        <Own key={profile.id} profile={profile} several={known.profiles.length > 1} />
      ))}
    </section>
  );
}

function Own({ profile, several }: { profile: ProfileInfo; several: boolean }) {
  const parts = partsOf(profile).map((part) => <Choose key={part.id} part={part} />);
  if (!several) return <>{parts}</>;
  return (
    <fieldset class="own">
      <legend>{profile.name}</legend>
      {parts}
    </fieldset>
  );
}

function Choose({ part }: { part: Part }) {
  const { setup, known, change } = useDesk();
  const { profile, id, name, kind } = part;
  const said = recordOf(part, setup.said);
  const guessed = said ? null : recordOf(part, known.links);
  const seen = known.sightings.flatMap(({ record }) => (record?.kind === kind ? record : []));
  const records = distinct(said ? [...seen, said] : seen);
  const guess = nameOf(guessed);
  return (
    <label class="field">
      {name}
      <select
        value={said ? nameKey(said) : ""}
        onChange={({ currentTarget: { value } }) =>
          change({
            what: "record",
            profile,
            part: id,
            record: records.find((record) => nameKey(record) === value) ?? null,
          })
        }
      >
        <option value="">{guess ? word("guessed", guess) : word("let_guess")}</option>
        {records.map((record) => (
          <option key={nameKey(record)} value={nameKey(record)}>
            {nameOf(record)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Each record once; a name seen on one of its screens counts for all. */
function distinct(records: HaloRecord[]): HaloRecord[] {
  const byKey = new Map<string, HaloRecord>();
  for (const record of records) {
    const known = byKey.get(nameKey(record));
    if (nameOf(record) !== null)
      byKey.set(nameKey(record), { ...record, name: record.name ?? known?.name ?? null, ask: null });
  }
  return [...byKey.values()];
}

function nameKey({ id, name }: HaloRecord): string {
  return id ?? name ?? "";
}
