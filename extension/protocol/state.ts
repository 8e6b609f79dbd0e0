import type {
  Edited,
  Guide,
  Record as HaloRecord,
  Link,
  Matrix,
  Mode,
  Pane,
  Pointer,
  ProfileInfo,
  Report,
  ScreenId,
  Sighting,
  Status,
  Unmarked,
} from "../../dist/wasm/preflight.js";
import type { Place } from "../domain/hosts.js";
import type { Setup } from "../domain/setup.js";

/** What the background knows about the page that a tab shows. */
export interface PageState {
  /** The page's address at the time of the judgement. */
  url: string;
  /** What could be made of the page. */
  status: Status;
  /** Which screen it is. */
  screen: ScreenId | null;
  /** Read or edit mode. */
  mode: Mode | null;
  /** Which record is open. */
  record: HaloRecord | null;
  /** The page as it is being edited: judged as long as it is open, but no evidence. */
  edited: Edited | null;
  /** Ids of the findings that have a mark on the page. */
  marked: string[];
  /** Whether the open record is a part of an integration: what to ask, where nothing tells. */
  questions: Link[];
  /** Why the page has no marks; null where it has some, or where its findings say it. */
  unmarked: Unmarked | null;
  /** What is to be clicked next on the tour; null where nobody takes it. */
  pointer: Pointer | null;
  /** Why the page could not be judged, in the core's words. */
  problem: string | null;
  /** The record's pane that the document showed last: Halo changes the address before the pane. */
  pane?: Pane | null;
}

/** What of Preflight is paused: one tab until it is closed, or all of a tenant. */
export type Paused = "tab" | "tenant";

/** What a deep link proposed in a tab, and that the person has not settled yet. */
export interface Proposed {
  /** Id of the vendor's profile. */
  profile: string;
  name: string;
  /** Ids of the features that it adds; none of a vendor with its defaults. */
  features: string[];
  /** Chosen at once, since nothing else was; or added in this tab only: a vendor, or features of one that is chosen. */
  how: "chosen" | "vendor" | "features";
}

/** Everything that is known of a tenant with a vendor chosen. */
export interface Knowledge {
  /** The chosen vendors' profiles. */
  profiles: ProfileInfo[];
  report: Report;
  /** Which record is which part of each vendor's integration: said, else guessed. */
  links: Link[];
  /** What the integrations can really do. */
  rights: Matrix[];
  /** The way through the set-up; null where nobody takes the tour. */
  guide: Guide | null;
  /** Which screens were seen, oldest first; the open page's unsaved edit is none of them. */
  sightings: Sighting[];
}

/** A vendor to choose. */
export interface Offer {
  /** Id of its profile. */
  id: string;
  name: string;
  summary: string;
  /** What else people search for when they mean it. */
  keywords: string[];
  /** Brought by the person, not packaged. */
  own: boolean;
}

/** Everything that the panel shows. */
export interface PanelState {
  /** Where the tab is. */
  place: Place;
  /** The tenant's origin. */
  tenant: string | null;
  /** Host of a page elsewhere that could be a Halo of the person's own; null where there can be none. */
  stranger: string | null;
  /** The content script answers in this tab. */
  connected: boolean;
  /** The vendors to choose from. */
  profiles: Offer[];
  /** What is paused; null where nothing is. */
  paused: Paused | null;
  /** What the admin said of this tenant. */
  setup: Setup;
  /** What a link proposed in this tab. */
  proposed: Proposed | null;
  /** How many readings of this tenant had to give way because the browser's storage was full. */
  evicted: number;
  /** What is known of this tenant; null without a vendor. */
  known: Knowledge | null;
  /** What is known of the open page. */
  page: PageState | null;
  /** Why the chosen profiles cannot be used. */
  problem: string | null;
}
