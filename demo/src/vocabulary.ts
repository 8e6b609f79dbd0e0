import halo from "../../src/vocabulary/halo.json";

/** One row of a Permissions tab. */
export interface Permission {
  label: string;
  /** What stands after `input-field-for-`. */
  name: string;
  options: string[];
}

/** One headed block of a Permissions tab; some hold a list instead of rows. */
export interface PermissionSection {
  name: string;
  permissions: Permission[];
}

/** Scales that nobody has published. The wording is the demo's own, so that the rows can be used at all. */
const STAND_INS: Record<string, string[]> = {
  "Event Management Access Level": ["No Access", "Read Only", "Read and Modify"],
  "Client Group Override": ["Harbour Dental", "Northwind Logistics", "Pine Street Legal"],
  "Conversation access level": ["No Access", "Own Conversations", "All Conversations"],
  "Chat Audit Level": ["No Access", "Own Chats", "All Chats"],
};

interface VocabularyField {
  label: string;
  claim: string | null;
  scale: string[] | null;
}

function permission({ label, claim, scale }: VocabularyField): Permission {
  const name = claim ?? label.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  return { label, name, options: scale ?? STAND_INS[label] ?? [] };
}

/** The 113 permission rows of an agent and of a role, in screen order. */
export const permissionSections: PermissionSection[] = halo.sections.map(({ name, fields }) => ({
  name,
  permissions: (fields as VocabularyField[]).map(permission),
}));

/** The scopes of an application, as its Permissions tab labels them. */
export const scopes: string[] = halo.scopes.filter((scope) => scope.confidence !== "UNKNOWN").map(({ name }) => name);

/** The options that Halo gives a choice on any other tab. */
export function choices(record: "agent" | "application" | "ticket_type", label: string): string[] {
  const fields: { label: string; values: string[] }[] = halo.details_fields[record];
  return fields.find((field) => field.label === label)?.values ?? [];
}

/** How far a department's row goes, lowest first. */
export function membershipLevels(): string[] {
  return choices("agent", "Departments");
}
