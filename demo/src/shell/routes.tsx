import type { ReactNode } from "react";
import { agents } from "../records/agents";
import { applications } from "../records/applications";
import { RecordArea } from "../records/RecordArea";
import { roles } from "../records/roles";
import { ticketTypes } from "../records/ticket-types";
import { AdvancedSettings } from "../screens/AdvancedSettings";
import { ApiDetails } from "../screens/ApiDetails";
import { AREAS, NAVIGATION } from "./areas";
import { AreaPage, ConfigHome, NotHere } from "./pages";

/** What an address shows, and the titles of the way to it. */
export interface Place {
  trail: readonly string[];
  content: ReactNode;
}

const PLACES: Record<string, Place> = {
  "/config": { trail: ["Configuration"], content: <ConfigHome /> },
  [agents.path]: { trail: [agents.section, agents.title], content: <RecordArea key="agents" kind={agents} /> },
  [roles.path]: { trail: [roles.section, roles.title], content: <RecordArea key="roles" kind={roles} /> },
  "/config/integrations/api": { trail: ["Integrations", "HaloPSA API"], content: <ApiDetails /> },
  [applications.path]: {
    trail: [applications.section, applications.title],
    content: <RecordArea key="applications" kind={applications} />,
  },
  [ticketTypes.path]: {
    trail: [ticketTypes.section, ticketTypes.title],
    content: <RecordArea key="ticket-types" kind={ticketTypes} />,
  },
  "/config/advanced": { trail: ["Configuration", "Advanced Settings"], content: <AdvancedSettings /> },
};

/** The place that belongs to an address's path. */
export function placeOf(pathname: string): Place {
  const place = PLACES[pathname];
  if (place) return place;
  const area = AREAS.find(({ slug }) => pathname === `/config/${slug}`);
  if (area) return { trail: ["Configuration", area.name], content: <AreaPage area={area} /> };
  if (pathname.startsWith("/config/")) {
    return { trail: ["Configuration"], content: <NotHere text="404: there is no such page." /> };
  }
  const entry = NAVIGATION.find(({ path }) => path === pathname);
  return {
    trail: [entry?.title ?? "Home"],
    content: <NotHere text="Only Configuration is part of this demo tenant." />,
  };
}
