import type { Record as HaloRecord, ScreenId } from "../../../dist/wasm/preflight.js";
import { kindOf, nameOf, pathOf } from "../../domain/screens.js";
import { word } from "../../platform/words.js";
import { useDesk } from "./context.js";
import { ownRecords } from "./parts.js";
import { Way } from "./tenant-link.js";

interface Props {
  screen: ScreenId;
  /** Ids of the vendors that need it; without them, of all that are chosen. */
  vendors?: string[] | undefined;
}

/** Links to a screen: of each record that it is needed of, or to the list in which that one stands. */
export function ScreenLink({ screen, vendors }: Props) {
  const { profiles, links } = useDesk().known;
  const needing = profiles.filter(({ id }) => vendors?.includes(id) ?? true);
  const records = ownRecords(kindOf(screen), needing, links);
  const name = word(`screen_${screen}`);
  const named = (record: HaloRecord | null) =>
    record && records.length > 1 ? word("of_record", name, nameOf(record) ?? "") : name;
  return (
    <span class="ways">
      {records.map((record) => (
        <Way key={nameOf(record)} path={pathOf(screen, record)} title={word(`where_${screen}`)}>
          {named(record)}
        </Way>
      ))}
    </span>
  );
}
