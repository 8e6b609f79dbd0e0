import type { Report } from "../../dist/wasm/preflight.js";
import { api } from "../shared/api.js";
import { LOOKS, TO_DO } from "../shared/outcomes.js";
import { word } from "../shared/words.js";
import { inLanguage } from "./language.js";

/** Puts the number of things to do on the extension's button; a check only when nothing at all is open. */
export async function showBadge(tab: number, report: Report | null): Promise<void> {
  await inLanguage();
  const toDo = TO_DO.reduce((sum, outcome) => sum + (report?.summary[outcome] ?? 0), 0);
  const open = (report?.summary["not-seen"] ?? 0) + (report?.summary.review ?? 0);
  const done = (report?.summary.met ?? 0) > 0 && toDo === 0 && open === 0;
  const color = LOOKS[toDo > 0 ? "missing" : "met"].line.light;
  const title = report === null ? word("name") : word("badge", toDo, open);
  const { action } = api;
  // The tab may be gone by now, and then nothing is to be shown.
  await Promise.all([
    action.setBadgeBackgroundColor({ tabId: tab, color }),
    action.setBadgeTextColor({ tabId: tab, color: "#ffffff" }),
    action.setBadgeText({ tabId: tab, text: toDo > 0 ? String(toDo) : done ? "✓" : "" }),
    action.setTitle({ tabId: tab, title }),
  ]).catch(() => {});
}
