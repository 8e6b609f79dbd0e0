import type { PanelState } from "../../protocol/state.js";

/** Why there are no marks on the page that is open; each has its words in `_locales` as `why_…`. */
export type Why =
  | "paused"
  | "signed-out"
  | "not-configuration"
  | "no-vendor"
  | "reload"
  | "still-loading"
  | "language-not-recognised"
  | "not-a-configuration-screen"
  | "unreadable";

/** The first reason that holds on a tenant's page; null when the page is read. */
export function whyNothing({ place, paused, known, connected, page }: PanelState): Why | null {
  if (paused) return "paused";
  if (place === "signed-out") return "signed-out";
  if (place === "halo") return "not-configuration";
  if (!known) return "no-vendor";
  if (!connected) return "reload";
  if (!page) return "still-loading";
  return page.status === "read" ? null : page.status;
}
