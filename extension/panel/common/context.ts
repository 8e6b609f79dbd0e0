import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Finding } from "../../../dist/wasm/preflight.js";
import type { Change, Setup } from "../../domain/setup.js";
import type { Knowledge, PageState } from "../../protocol/state.js";
import type { Why } from "../page/why.js";

/** What every part of the panel has at hand: what is known of the tenant, and what can be done. */
export interface Desk {
  /** The tab that the panel is about. */
  tab: number;
  /** The tenant's origin. */
  tenant: string;
  setup: Setup;
  known: Knowledge;
  page: PageState | null;
  /** Why there is nothing to see on the page; null where there is. */
  why: Why | null;
  /** Does something; says so where it fails. */
  act: (what: Promise<unknown>) => void;
  /** Takes a change of the set-up in. */
  change: (change: Change) => void;
  /** Points at a finding's field in the page, or leads to it. */
  show: (finding: Finding) => void;
  /** Goes to a finding in the panel. */
  reveal: (finding: string) => void;
  /** Opens a path of the tenant in the tab; asks first, where an edit would be lost. */
  open: (path: string) => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk of the panel around. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("This part of the panel stands outside of a DeskContext.");
  return desk;
}
