import type { FromSettings, SettingsState } from "../shared/settings.js";
import { addHost, namedHosts, removeHost } from "./hosts.js";
import { tellPanels } from "./notify.js";
import { restartVisits } from "./tabs.js";

/** Answers the settings. */
export async function answerSettings(message: FromSettings): Promise<unknown> {
  switch (message.kind) {
    case "settings-state":
      return settingsState();
    case "add-host":
      await addHost(message.host);
      return tellPanels(null);
    case "remove-host":
      await removeHost(message.host);
      await restartVisits(null);
      return tellPanels(null);
  }
}

async function settingsState(): Promise<SettingsState> {
  return { hosts: await namedHosts() };
}
