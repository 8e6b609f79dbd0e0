import type { Record as HaloRecord, Link, RecordKind, ScreenId } from "../../dist/wasm/preflight.js";

const PATHS: Record<RecordKind, string> = {
  role: "/config/agents/roles",
  agent: "/config/agents/agents",
  application: "/config/integrations/api/applications",
  "ticket-type": "/config/tickets/tickettype",
  tenant: "/config",
};

const KINDS: Record<ScreenId, RecordKind> = {
  "role.details": "role",
  "role.permissions": "role",
  "role.departments-teams": "role",
  "agent.details": "agent",
  "agent.permissions": "agent",
  "agent.departments-teams": "agent",
  "api-details": "tenant",
  "application.details": "application",
  "application.permissions": "application",
  "ticket-type.details": "ticket-type",
  "ticket-type.defaults": "ticket-type",
  "ticket-type.field-list": "ticket-type",
  "advanced-settings": "tenant",
};

/** Every screen, in the order in which an admin sets an integration up. */
export const SCREENS = Object.keys(KINDS) as ScreenId[];

/** Where a screen is opened: at the integration's own record where that is known, else in the list of them. */
export function pathOf(screen: ScreenId, links: Link[]): string {
  if (screen === "advanced-settings") return "/config/advanced";
  if (screen === "api-details") return "/config/integrations/api";
  const kind = KINDS[screen];
  const own = links.filter(({ record }) => record.kind === kind && record.id !== null);
  const id = own.length === 1 ? own[0]?.record.id : null;
  const parameter = kind === "agent" ? "agentid" : "id";
  return id ? `${PATHS[kind]}?${parameter}=${encodeURIComponent(id)}` : PATHS[kind];
}

/** The name of a record as it is shown. */
export function nameOf(record: HaloRecord | null): string | null {
  return record?.name ?? record?.id ?? null;
}

/**
 * The integration's own records, where this one is known to be none of them; else nothing. `parts` names what records of
 * this kind can be: as long as one of these is open, it may be that one.
 */
export function ownInsteadOf(record: HaloRecord, parts: string[], links: Link[]): HaloRecord[] {
  const own = parts.map((part) => links.find((link) => link.part === part)?.record);
  return own.every((other) => other !== undefined && isOther(record, other)) ? own.filter((other) => !!other) : [];
}

/** Known to be another record. */
function isOther(a: HaloRecord, b: HaloRecord): boolean {
  if (a.kind !== b.kind) return false;
  if (a.id !== null && b.id !== null) return a.id !== b.id;
  return a.name !== null && b.name !== null && a.name !== b.name;
}
