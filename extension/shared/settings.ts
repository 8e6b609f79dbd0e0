import { isHost } from "./hosts.js";

/** From the settings to the background; the panel may ask these too. */
export type FromSettings =
  | { kind: "settings-state" }
  | { kind: "add-host"; host: string }
  | { kind: "remove-host"; host: string };

/** A host besides Halo's own domains that a person named. */
export interface OwnHost {
  host: string;
  /** False when the permission was taken back in the browser's own pages. */
  permitted: boolean;
}

/** Everything that the settings show. */
export interface SettingsState {
  hosts: OwnHost[];
}

/** Checks a message of the settings. */
export function isFromSettings(value: unknown): value is FromSettings {
  if (typeof value !== "object" || value === null) return false;
  const { kind, host } = value as { kind?: unknown; host?: unknown };
  switch (kind) {
    case "settings-state":
      return true;
    case "add-host":
    case "remove-host":
      return isHost(host);
    default:
      return false;
  }
}
