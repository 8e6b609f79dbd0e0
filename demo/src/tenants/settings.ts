import type { Settings } from "./model";

/** The method that does not go wrong when two tickets are made at the same time. */
export const AUTO_INCREMENTING = "Auto-incrementing key";

/** Only the first one is known from Halo; the wording of the other is the demo's own. */
export const NEXT_TICKET_ID_METHODS = [AUTO_INCREMENTING, "Highest ID in use plus one"];

/** Advanced Settings of a new tenant. */
export const settingsOfHalo: Settings = {
  applicationColour: "#2f355e",
  navigationMenuDisplay: "Icons only",
  navigationMenuColour: "#2f355e",
  darkThemeNoteDisplay: "Dark background",
  uiStyle: "Halo",
  listPreviewMode: "Side panel",
  clock24Hours: true,
  tracksConfigChanges: true,
  adminsCanImpersonate: false,
  nextTicketIdMethod: "Highest ID in use plus one",
};
