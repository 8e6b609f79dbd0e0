import { word } from "../platform/words.js";
import { ask } from "../protocol/send.js";
import type { SettingsState } from "../protocol/settings.js";
import { Deleting } from "./deleting.js";
import { Said } from "./status-message.js";
import { Tenant } from "./tenant.js";
import { useTask } from "./use-task.js";

/** Everything that Preflight keeps, and where; each can be deleted. */
export function Stored({ state: { tenants, tabs, own, hosts, language } }: { state: SettingsState }) {
  const { outcome, run } = useTask();
  const forget = (tenant: string) =>
    run(async () => {
      await ask<void>({ kind: "forget-tenant", tenant });
      return word("tenant_forgotten", new URL(tenant).host);
    });
  const clear = (tenant: string) =>
    run(async () => {
      await ask<void>({ kind: "clear-evidence", tenant });
      return word("evidence_cleared", new URL(tenant).host);
    });
  const forgetEverything = () =>
    run(async () => {
      await ask<void>({ kind: "forget-everything" });
      return word("everything_forgotten");
    });
  return (
    <section class="card" aria-labelledby="stored">
      <h2 id="stored">{word("stored")}</h2>
      <p class="quiet">{word("stored_hint")}</p>
      {tenants.map((tenant) => (
        <Tenant
          key={tenant.tenant}
          stored={tenant}
          clear={() => void clear(tenant.tenant)}
          forget={() => void forget(tenant.tenant)}
        />
      ))}
      <ul class="plain-list">
        {tenants.length === 0 && <li>{word("stored_no_tenant")}</li>}
        <li>{word("stored_profiles", own.length)}</li>
        <li>{word("stored_hosts", hosts.length)}</li>
        <li>{word(language === null ? "stored_no_language" : "stored_language")}</li>
        <li>{word("stored_tabs", tabs)}</li>
      </ul>
      <Said outcome={outcome} />
      <div class="buttons">
        <Deleting
          words={word("delete_everything")}
          question={word("delete_everything_question")}
          act={() => void forgetEverything()}
        />
      </div>
    </section>
  );
}
