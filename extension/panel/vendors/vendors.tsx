import { useState } from "preact/hooks";
import type { ProfileInfo } from "../../../dist/wasm/preflight.js";
import type { Choice } from "../../domain/setup.js";
import { word } from "../../platform/words.js";
import { MAX_VENDORS } from "../../protocol/limits.js";
import type { Offer, Proposed } from "../../protocol/state.js";
import { useDesk } from "../common/context.js";
import { useFocusAfter } from "../common/focus.js";
import { Picker } from "./picker.js";
import { Vendor } from "./vendor.js";

/** The chosen vendors, and what else counts for all of them. */
export function Vendors({ profiles, proposed }: { profiles: Offer[]; proposed: Proposed | null }) {
  const { known, setup, change } = useDesk();
  const [picking, setPicking] = useState<"another" | "instead" | null>(null);
  const chosen = useFocusAfter<HTMLElement>(picking !== null);
  const { vendors, leastPrivilege } = setup;
  const setVendors = (wanted: Choice[]) => change({ what: "vendors", vendors: wanted });
  const several = vendors.length > 1;
  const isChosen = ({ id }: ProfileInfo) => vendors.some(({ profile }) => profile === id);
  if (picking) {
    const choose = (profile: string) => {
      setPicking(null);
      setVendors([...(picking === "another" ? vendors : []), { profile, features: null }]);
    };
    const open = profiles.filter(({ id }) => vendors.every(({ profile }) => profile !== id));
    return <Picker profiles={open} choose={choose} cancel={() => setPicking(null)} />;
  }
  return (
    <section ref={chosen} class="chosen" aria-label={word("vendors")} tabIndex={-1}>
      {known.profiles.filter(isChosen).map((profile) => (
        <Vendor
          key={profile.id}
          profile={withoutProposed(profile, proposed)}
          setFeatures={(features) =>
            setVendors(vendors.map((vendor) => (vendor.profile === profile.id ? { ...vendor, features } : vendor)))
          }
          leave={
            several
              ? { name: word("remove_vendor"), act: () => setVendors(vendors.filter((v) => v.profile !== profile.id)) }
              : { name: word("change_vendor"), act: () => setPicking("instead") }
          }
        />
      ))}
      <div class="line">
        <label class="switch">
          <input
            type="checkbox"
            checked={leastPrivilege}
            onChange={({ currentTarget }) => change({ what: "least-privilege", on: currentTarget.checked })}
          />
          {word("least_privilege")}
        </label>
        {vendors.length < MAX_VENDORS && (
          <button type="button" class="plain" onClick={() => setPicking("another")}>
            {word("add_vendor")}
          </button>
        )}
      </div>
    </section>
  );
}

/** What a link proposes is no choice of the person's yet. */
function withoutProposed(profile: ProfileInfo, proposed: Proposed | null): ProfileInfo {
  if (proposed?.profile !== profile.id) return profile;
  return { ...profile, chosen: profile.chosen.filter((id) => !proposed.features.includes(id)) };
}
