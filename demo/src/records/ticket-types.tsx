import { AccessControl } from "../screens/AccessControl";
import { TicketTypeDefaults } from "../screens/TicketTypeDefaults";
import { TicketTypeDetails } from "../screens/TicketTypeDetails";
import { TicketTypeFieldList } from "../screens/TicketTypeFieldList";
import type { TicketType } from "../tenants/model";
import { ticketType } from "../tenants/ticket-types";
import { say } from "../words";
import { highestId, NEW_ID, type RecordKind, replaced } from "./kind";

/** Configuration › Tickets › Ticket Types. */
export const ticketTypes: RecordKind<TicketType> = {
  title: "Ticket Types",
  section: "Tickets",
  path: "/config/tickets/tickettype",
  parameter: "id",
  newHasAddress: false,
  columns: [
    { header: "Name", text: ({ name }) => name },
    { header: "Use", text: ({ use }) => say(use) },
    { header: "Visible", text: ({ isVisible }) => say(isVisible ? "Yes" : "No") },
  ],
  tabs: [
    { name: "Details", screen: (props) => <TicketTypeDetails {...props} /> },
    { name: "Defaults", screen: (props) => <TicketTypeDefaults {...props} /> },
    { name: "Allowed Values" },
    {
      name: "Field List",
      screen: ({ record, change }) => (
        <TicketTypeFieldList fields={record.fields} onChange={(fields) => change({ fields })} />
      ),
    },
    { name: "Email" },
    { name: "Other" },
  ],
  window: {
    name: "Access Control",
    icon: "fa-lock",
    content: ({ accessControl }, close) => <AccessControl rows={accessControl} onClose={close} />,
  },
  list: (tenant) => tenant.ticketTypes,
  rowNumber: ({ id }) => Number(id),
  blank: () => ticketType({ id: NEW_ID, name: "" }),
  put: (tenant, draft) => {
    const id = draft.id === NEW_ID ? String(highestId(tenant.ticketTypes) + 1) : draft.id;
    return { ...tenant, ticketTypes: replaced(tenant.ticketTypes, { ...draft, id }) };
  },
};
