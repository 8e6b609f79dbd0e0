import { placeOf, tenantOf } from "../domain/hosts.js";
import { api } from "../platform/api.js";
import { isFromContent, isFromPanel, isToContent } from "../protocol/messages.js";
import { isFromSettings } from "../protocol/settings.js";
import { problemIn } from "../protocol/snapshot.js";
import { showBadge } from "./badge.js";
import { forgetLoaded } from "./core.js";
import { applyHosts, ownHosts, startOnOwnDomains } from "./hosts.js";
import { inLanguage, relearn } from "./language.js";
import { tellPanels, tellTab } from "./notify.js";
import { answerPanel } from "./panels.js";
import { enforcePolicy } from "./policy.js";
import { answerSettings } from "./settings.js";
import { forgetTab } from "./tab-state.js";
import { restartVisits } from "./tabs.js";
import { judge, keepLink, rememberProblem, type Tab, welcome } from "./visits.js";

type Sender = chrome.runtime.MessageSender;

/** Hands a message to whoever answers it; undefined for what is not for the background, or not from whom it should be. */
function route(message: unknown, sender: Sender): Promise<unknown> | undefined {
  if (sender.id !== api.runtime.id) return undefined;
  if (!isFromOwnPage(sender)) return answerContent(message, sender);
  if (isFromPanel(message)) return inLanguage().then(() => answerPanel(message));
  if (isFromSettings(message)) return inLanguage().then(() => answerSettings(message));
  return undefined;
}

/** Answers a content script; with nothing where Preflight may not look any more. */
async function answerContent(message: unknown, sender: Sender): Promise<unknown> {
  const [tab] = await Promise.all([tabOf(sender), inLanguage()]);
  if (!tab) return null;
  if (!isFromContent(message)) return refuse(tab, message);
  switch (message.kind) {
    case "hello":
      return welcome(tab, message.first);
    case "link":
      return keepLink(tab, message.link);
    case "judge":
      return judge(tab, message);
  }
}

/** What is malformed costs nothing that was there; a page that cannot be captured within bounds says so in the panel. */
async function refuse(tab: Tab, message: unknown): Promise<never> {
  const { kind, snapshot } = (message ?? {}) as { kind?: unknown; snapshot?: unknown };
  const problem = kind === "judge" ? problemIn(snapshot) : null;
  const error = new Error(problem ?? "Malformed message: reload the page, it may hold an older Preflight.");
  if (problem !== null) await rememberProblem(tab, error);
  throw error;
}

function isFromOwnPage({ url }: Sender): boolean {
  return url?.startsWith(api.runtime.getURL("")) === true;
}

/** The tab that a content script speaks for: top frames of Halo's and of the person's own hosts only. */
async function tabOf({ tab, url, frameId }: Sender): Promise<Tab | null> {
  const tenant = tenantOf(url, await ownHosts());
  if (tab?.id === undefined || frameId !== 0 || tenant === null || url === undefined) return null;
  return { id: tab.id, tenant, url: tab.url ?? url };
}

api.runtime.onMessage.addListener((message: unknown, sender: Sender, answer: (value: unknown) => void) => {
  const answered = route(message, sender);
  answered?.then(
    (value) => answer(value ?? null),
    (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
  );
  return answered !== undefined;
});

// A move inside the app (pushState) fires nothing that a content script could hear.
api.tabs.onUpdated.addListener(async (tab, { url }) => {
  if (url === undefined) return;
  tellPanels(tab);
  const own = await ownHosts();
  if (placeOf(url, own) !== "configuration") void showBadge(tab, null);
  if (tenantOf(url, own) !== null) await tellTab(tab, { kind: "navigated" });
});

api.tabs.onRemoved.addListener((tab) => void forgetTab(tab));

// An update takes the scripts away that were registered; with a start of the browser, permissions and policy may be others.
for (const event of [api.runtime.onInstalled, api.runtime.onStartup]) {
  event.addListener(() => void Promise.all([applyHosts(), enforcePolicy()]));
}
api.runtime.onInstalled.addListener(() => void startOnOwnDomains());
api.storage.onChanged.addListener(async (_, area) => {
  if (area !== "managed") return;
  await Promise.all([enforcePolicy(), relearn()]);
  forgetLoaded();
  await restartVisits(null);
  tellPanels(null);
});

// Permissions are also given and taken in the browser's own pages.
for (const event of [api.permissions.onAdded, api.permissions.onRemoved]) {
  event.addListener(async () => {
    await applyHosts();
    await restartVisits(null);
    tellPanels(null);
  });
}

// The commands are named like the way that they go.
api.commands.onCommand.addListener(async (command, tab) => {
  const message = { kind: "step", to: command };
  if (tab?.id !== undefined && isToContent(message)) await tellTab(tab.id, message);
});

// What is stored of one tenant is not for the process that shows the page of another. Firefox lacks the call.
void api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });

// Chrome and Edge open the side panel by themselves, Firefox wants to be told.
if (api.sidePanel) void api.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
else api.action.onClicked.addListener(() => void api.sidebarAction?.toggle());
