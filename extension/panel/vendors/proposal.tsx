import type { ProfileInfo } from "../../../dist/wasm/preflight.js";
import { word } from "../../platform/words.js";
import type { Proposed } from "../../protocol/state.js";
import { settleProposal } from "../common/background.js";
import { useDesk } from "../common/context.js";

/** What the followed link chose, or proposes for this tab. */
export function Proposal({ proposed }: { proposed: Proposed }) {
  const { tab, tenant, known, act } = useDesk();
  const settle = (keep: boolean) => act(settleProposal(tab, tenant, keep));
  return (
    <div class="notice proposal" role="status">
      <p>{word(`proposal_${proposed.how}`, proposed.name, featureNames(proposed, known.profiles))}</p>
      <div class="buttons">
        <button type="button" onClick={() => settle(true)}>
          {word("proposal_keep")}
        </button>
        <button type="button" class="plain" onClick={() => settle(false)}>
          {word("proposal_dismiss")}
        </button>
      </div>
    </div>
  );
}

function featureNames({ profile, features }: Proposed, profiles: ProfileInfo[]): string {
  const offered = profiles.find(({ id }) => id === profile)?.features ?? [];
  return features.map((id) => offered.find((feature) => feature.id === id)?.name ?? id).join(", ");
}
