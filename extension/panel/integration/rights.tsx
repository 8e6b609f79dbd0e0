import type { Access, Area } from "../../../dist/wasm/preflight.js";
import { word } from "../../platform/words.js";
import { useDesk } from "../common/context.js";

const LAYERS = ["scope", "role", "agent", "effective"] as const;

/** Strokes of a 16 × 16 icon for how far a right goes. */
const ICONS: Record<Access | "unknown", string> = {
  none: "M4 8h8",
  read: "M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM8 8v.01",
  edit: "M3 13l.8-3L11 2.8l2.2 2.2L6 12.2z",
  unknown: "M5.8 6a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2.9-1.2 1.8M8 12.6v.01",
};

/** What the integration can really do: what the scopes let through of what the agent and its roles may. */
export function Rights() {
  const { profiles, rights } = useDesk().known;
  const known = rights
    .map(({ profiles, areas }) => ({ profiles, areas: areas.filter(isKnown) }))
    .filter(({ areas }) => areas.length > 0);
  const vendors = (ids: string[]) => profiles.flatMap(({ id, name }) => (ids.includes(id) ? name : [])).join(", ");
  return (
    <section class="rights" aria-labelledby="rights">
      <h3 id="rights">{word("rights")}</h3>
      <p class="quiet">{word(known.length > 0 ? "rights_hint" : "rights_unknown")}</p>
      {known.map(({ profiles, areas }) => (
        <Table key={profiles.join()} areas={areas} caption={rights.length > 1 ? vendors(profiles) : null} />
      ))}
    </section>
  );
}

function isKnown(area: Area): boolean {
  return LAYERS.some((layer) => area[layer] !== null);
}

/** One matrix; with the vendors' names where they can do different things. */
function Table({ areas, caption }: { areas: Area[]; caption: string | null }) {
  return (
    <table>
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{word("layer_area")}</th>
          {LAYERS.map((layer) => (
            <th key={layer} scope="col">
              {word(`layer_${layer}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <Row key={area.area} area={area} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ area }: { area: Area }) {
  return (
    <tr>
      <th scope="row" title={area.row}>
        {area.area}
      </th>
      {LAYERS.map((layer) => (
        <td key={layer} class={layer}>
          <Level access={area[layer]} />
        </td>
      ))}
    </tr>
  );
}

function Level({ access }: { access: Access | null }) {
  const level = access ?? "unknown";
  return (
    <span class={`level ${level}`}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d={ICONS[level]} />
      </svg>
      {word(`access_${level}`)}
    </span>
  );
}
