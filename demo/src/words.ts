import dutch from "./dutch.json";
import { options } from "./options";

type Rewording = readonly (readonly [RegExp, string])[];

const CUSTOMERS: Rewording = [
  [/\bClient Contracts\b/, "Customer Agreements"],
  [/\bSupplier Contracts\b/, "Supplier Agreements"],
  [/\bClients\b/, "Customers"],
  [/\bClient\b/, "Customer"],
  [/\bItems\b/, "Products"],
];

const OLDER: Rewording = [
  [/^Can Delete Tickets$/, "Can Remove Tickets"],
  [/^Can always update Ticket/, "Can always change Ticket"],
  [/^Tickets Permissions$/, "Ticket Permissions"],
  [/^Allow creation and update of/, "Allow creation of"],
  [/^Read, Modify and Delete$/, "Read, Modify and Remove"],
  [/^Hidden$/, "Not Visible"],
  [/'/g, "’"],
];

const REWORDINGS: Record<typeof options.wording, Rewording> = { clients: [], customers: CUSTOMERS, older: OLDER };

/** A text of Halo's in the tenant's language and for the tenant's product. */
export function say(text: string): string {
  if (options.lang === "nl") return (dutch as Record<string, string>)[text] ?? text;
  return text.replace("HaloPSA", options.product);
}

/** A text of the Permissions tabs, which also follow the tenant's own words for clients, items and contracts. */
export function sayPermission(text: string): string {
  const reworded = REWORDINGS[options.wording].reduce((said, [from, to]) => said.replace(from, to), text);
  return say(reworded);
}
