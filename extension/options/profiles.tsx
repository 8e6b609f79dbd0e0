import { word } from "../platform/words.js";
import { ask } from "../protocol/send.js";
import type { OwnProfile } from "../protocol/settings.js";
import type { Offer } from "../protocol/state.js";
import { Import } from "./import.js";
import { ProfileRow } from "./profile-row.js";
import { Said } from "./status-message.js";
import { useTask } from "./use-task.js";

interface Props {
  offers: Offer[];
  own: OwnProfile[];
}

/** What vendors ask for: profiles that come with Preflight, and those that the person brought. */
export function Profiles({ offers, own }: Props) {
  const { outcome, run } = useTask();
  const remove = ({ id, name }: OwnProfile) =>
    run(async () => {
      const tenants = await ask<string[]>({ kind: "remove-profile", profile: id });
      const hosts = tenants.map((tenant) => new URL(tenant).host).join(", ");
      return hosts ? word("profile_removed_from", name, hosts) : word("profile_removed", name);
    });
  const packaged = offers.filter((offer) => !offer.own);
  return (
    <section class="card" aria-labelledby="profiles">
      <h2 id="profiles">{word("profiles")}</h2>
      <p class="quiet">{word("profiles_hint")}</p>
      {own.length > 0 && (
        <ul class="rows" aria-label={word("own_profiles")}>
          {own.map((profile) => (
            <ProfileRow
              key={profile.id}
              profile={profile}
              remove={profile.managed ? undefined : () => void remove(profile)}
            />
          ))}
        </ul>
      )}
      <Said outcome={outcome} />
      <Import />
      <details>
        <summary>{word("packaged_profiles", packaged.length)}</summary>
        <ul class="rows">
          {packaged.map((profile) => (
            <ProfileRow key={profile.id} profile={profile} />
          ))}
        </ul>
      </details>
    </section>
  );
}
