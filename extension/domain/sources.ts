import type { Finding, ProfileInfo, Source } from "../../dist/wasm/preflight.js";

/** The document that a finding is out of: ids of documents are the profile's own. */
export function sourceOf(
  { source, needed_by }: Pick<Finding, "source" | "needed_by">,
  profiles: ProfileInfo[],
): Source | undefined {
  return profiles.find(({ id }) => id === needed_by[0])?.sources[source];
}
