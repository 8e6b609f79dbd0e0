import { EditingProvider } from "../fields/FieldRow";
import { BoxField, ChoiceField, TextField, textChoices } from "../fields/fields";
import { Group } from "../fields/Group";
import { useArrived } from "../late";
import { Loader } from "../shell/Loader";
import { useStore } from "../store";
import type { Settings } from "../tenants/model";
import { NEXT_TICKET_ID_METHODS } from "../tenants/settings";
import { say } from "../words";

interface SettingsProps {
  settings: Settings;
  change(patch: Partial<Settings>): void;
}

/** Advanced Settings: always a form; every change is saved at once, and there is no Save button. */
export function AdvancedSettings() {
  const { tenant, save } = useStore();
  const { settings } = tenant;
  const change = (patch: Partial<Settings>) => save({ ...tenant, settings: { ...settings, ...patch } });
  if (!useArrived("advanced")) return <Loader />;
  return (
    <div className="mainscreen2">
      <div className="page-title">{say("Advanced Settings")}</div>
      <div className="details-form">
        <EditingProvider value={true}>
          <Appearance settings={settings} change={change} />
          <General settings={settings} change={change} />
        </EditingProvider>
      </div>
    </div>
  );
}

function Appearance({ settings, change }: SettingsProps) {
  return (
    <Group title={say("Appearance")}>
      <TextField
        name="app_colour"
        label={say("Application Colour")}
        value={settings.applicationColour}
        onChange={(applicationColour) => change({ applicationColour })}
      />
      <ChoiceField
        name="navmenudisplay"
        label={say("Navigation Menu Display")}
        value={settings.navigationMenuDisplay}
        options={textChoices(["Icons only", "Icons and text"])}
        onChange={(navigationMenuDisplay) => change({ navigationMenuDisplay })}
      />
      <TextField
        name="navmenucolour"
        label={say("Navigation Menu Colour")}
        value={settings.navigationMenuColour}
        onChange={(navigationMenuColour) => change({ navigationMenuColour })}
      />
      <ChoiceField
        name="darkthemenotedisplay"
        label={say("Dark Theme Note Display")}
        value={settings.darkThemeNoteDisplay}
        options={textChoices(["Dark background", "Light background"])}
        onChange={(darkThemeNoteDisplay) => change({ darkThemeNoteDisplay })}
      />
      <ChoiceField
        name="uistyle"
        label={say("Halo UI Style")}
        value={settings.uiStyle}
        options={textChoices(["Halo", "Compact"])}
        onChange={(uiStyle) => change({ uiStyle })}
      />
      <ChoiceField
        name="listpreviewmode"
        label={say("Default List Preview Mode")}
        value={settings.listPreviewMode}
        options={textChoices(["Side panel", "None"])}
        onChange={(listPreviewMode) => change({ listPreviewMode })}
      />
    </Group>
  );
}

function General({ settings, change }: SettingsProps) {
  return (
    <Group title={say("General Settings")}>
      <BoxField
        name="use24hourclock"
        label={say("24-hour clock")}
        value={settings.clock24Hours}
        onChange={(clock24Hours) => change({ clock24Hours })}
      />
      <BoxField
        name="configchangetracking"
        label={say("Config Change Tracking")}
        value={settings.tracksConfigChanges}
        onChange={(tracksConfigChanges) => change({ tracksConfigChanges })}
      />
      <BoxField
        name="allow_agent_impersonation"
        label={say("Allow admins to impersonate Agents")}
        value={settings.adminsCanImpersonate}
        onChange={(adminsCanImpersonate) => change({ adminsCanImpersonate })}
      />
      <ChoiceField
        name="nextfaultidcalculationmethod"
        label={say("Next Ticket ID Calculation Method")}
        help={say("How the number of a new ticket is found.")}
        value={settings.nextTicketIdMethod}
        options={textChoices(NEXT_TICKET_ID_METHODS)}
        onChange={(nextTicketIdMethod) => change({ nextTicketIdMethod })}
      />
    </Group>
  );
}
