import type { Report } from "../../dist/wasm/preflight.js";
import { LOOKS, TO_DO } from "../domain/outcomes.js";
import { api } from "../platform/api.js";
import { word } from "../platform/words.js";
import { inLanguage } from "./language.js";

/**
 * Puts the number of things to do on the extension's button; a check only when nothing at all is open. A pause has its
 * sign, so that it does not look as if nothing were to do.
 */
export async function showBadge(tab: number, shown: Report | "paused" | null): Promise<void> {
  await inLanguage();
  const report = shown === "paused" ? null : shown;
  const toDo = TO_DO.reduce((sum, outcome) => sum + (report?.summary[outcome] ?? 0), 0);
  const open = (report?.summary["not-seen"] ?? 0) + (report?.summary.review ?? 0);
  const done = (report?.summary.met ?? 0) > 0 && toDo === 0 && open === 0;
  const color = LOOKS[shown === "paused" ? "not-seen" : toDo > 0 ? "missing" : "met"].line.light;
  const text = shown === "paused" ? "II" : toDo > 0 ? String(toDo) : done ? "✓" : "";
  const title = shown === "paused" ? word("badge_paused") : report ? word("badge", toDo, open) : word("name");
  const { action } = api;
  // The tab may be gone by now, and then nothing is to be shown.
  await Promise.all([
    action.setBadgeBackgroundColor({ tabId: tab, color }),
    action.setBadgeTextColor({ tabId: tab, color: "#ffffff" }),
    action.setBadgeText({ tabId: tab, text }),
    action.setTitle({ tabId: tab, title }),
  ]).catch(() => {});
}
