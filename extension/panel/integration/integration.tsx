import { Sightings } from "./evidence.js";
import { Records } from "./records.js";
import { Rights } from "./rights.js";

/** What belongs to the integration, what it can really do, and what all of this is known from. */
export function Integration() {
  return (
    <>
      <Records />
      <Rights />
      <Sightings />
    </>
  );
}
