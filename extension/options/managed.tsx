import type { Policy } from "../domain/policy.js";
import { word } from "../platform/words.js";

interface Props {
  policy: Policy;
  /** How many of its profiles can be read. */
  profiles: number;
}

/** What the browser's administrator set for everybody; nothing where there is nothing. */
export function Managed({ policy, profiles }: Props) {
  const { vendors, forbidKeeping, language } = policy;
  const unreadable = policy.profiles.length - profiles;
  const lines = [
    ...vendors.map(({ tenant, vendor }) => word("managed_vendor", new URL(tenant).host, vendor)),
    ...(profiles > 0 ? [word("managed_profiles", profiles)] : []),
    ...(unreadable > 0 ? [word("managed_unreadable", unreadable)] : []),
    ...(forbidKeeping ? [word("managed_keeping")] : []),
    ...(language === null ? [] : [word("managed_language", language)]),
  ];
  if (lines.length === 0) return null;
  return (
    <section class="card" aria-labelledby="managed">
      <h2 id="managed">{word("managed")}</h2>
      <p class="quiet">{word("managed_hint")}</p>
      <ul class="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
