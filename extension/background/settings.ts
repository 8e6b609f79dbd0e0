import { readPolicy } from "../domain/policy.js";
import { chosenLanguage } from "../platform/languages.js";
import type { FromSettings, SettingsState } from "../protocol/settings.js";
import { addHost, namedHosts, removeHost } from "./hosts.js";
import { relearn, setLanguage } from "./language.js";
import { tellPanels } from "./notify.js";
import { ownProfiles } from "./own-profiles.js";
import { addProfile, inspect, offers, profileText, removeProfile } from "./profiles.js";
import { forgetEverything, forgetTenant, storedTenants } from "./stored-data.js";
import { notedTabs } from "./tab-state.js";
import { restartVisits } from "./tabs.js";

/** Answers the settings. */
export function answerSettings(message: FromSettings): Promise<unknown> {
  switch (message.kind) {
    case "settings-state":
      return settingsState();
    case "inspect-profile":
      return inspect(message.text);
    case "profile-text":
      return profileText(message.profile);
    case "add-host":
      return addHost(message.host).then(() => tellPanels(null));
    case "remove-host":
      return changing(removeHost(message.host));
    case "add-profile":
      return changing(addProfile(message.text));
    case "remove-profile":
      return changing(removeProfile(message.profile));
    case "forget-tenant":
      return changing(forgetTenant(message.tenant));
    case "forget-everything":
      return changing(forgetEverything().then(relearn));
    case "set-language":
      return changing(setLanguage(message.language));
  }
}

async function settingsState(): Promise<SettingsState> {
  return {
    hosts: await namedHosts(),
    offers: await offers(),
    own: await ownProfiles(),
    tenants: await storedTenants(),
    tabs: await notedTabs(),
    language: await chosenLanguage(),
    policy: await readPolicy(),
  };
}

/** What is changed can concern the marks of every tenant. */
async function changing<Answer>(done: Promise<Answer>): Promise<Answer> {
  const answer = await done;
  await restartVisits(null);
  tellPanels(null);
  return answer;
}
