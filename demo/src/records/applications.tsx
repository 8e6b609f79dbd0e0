import { ApplicationDetails } from "../screens/ApplicationDetails";
import { ApplicationPermissions } from "../screens/ApplicationPermissions";
import type { Application } from "../tenants/model";
import { application, guid } from "../tenants/records";
import { say } from "../words";
import { NEW_ID, type RecordKind, replaced } from "./kind";

/** Configuration › Integrations › HaloPSA API › Applications. */
export const applications: RecordKind<Application> = {
  title: "Applications",
  section: "Integrations",
  path: "/config/integrations/api/applications",
  parameter: "id",
  newHasAddress: true,
  columns: [
    { header: "Application Name", text: ({ name }) => name },
    {
      header: "Agent to log in as",
      text: ({ agent }, tenant) => tenant.agents.find(({ id }) => id === agent)?.name ?? "",
    },
    { header: "System", text: ({ isSystem }) => say(isSystem ? "Yes" : "No") },
  ],
  tabs: [
    { name: "Details", screen: (props) => <ApplicationDetails {...props} /> },
    {
      name: "Permissions",
      screen: ({ record, change }) => (
        <ApplicationPermissions scopes={record.scopes} onChange={(scopes) => change({ scopes })} />
      ),
    },
    { name: "Security" },
  ],
  list: (tenant) => tenant.applications,
  rowNumber: ({ number }) => number,
  blank: (tenant) =>
    application({
      number: Math.max(...tenant.applications.map(({ number }) => number)) + 1,
      name: "",
      id: NEW_ID,
      authenticationMethod: "",
      loginType: "",
    }),
  put: (tenant, draft) => {
    const id = draft.id === NEW_ID ? guid(draft.number) : draft.id;
    return { ...tenant, applications: replaced(tenant.applications, { ...draft, id }) };
  },
};
