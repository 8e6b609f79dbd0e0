import { api } from "../shared/api.js";
import { placeOf, tenantOf } from "../shared/hosts.js";
import { type FromContent, isFromContent, isFromPanel } from "../shared/messages.js";
import { showBadge } from "./badge.js";
import { tellPanels, tellTab } from "./notify.js";
import { answerPanel } from "./panels.js";
import { forgetTab } from "./store.js";
import { judge, keepLink, type Tab, welcome } from "./visits.js";

type Sender = chrome.runtime.MessageSender;

/** Hands a message to whoever answers it; undefined for what is not for the background, or not from whom it should be. */
function route(message: unknown, sender: Sender): Promise<unknown> | undefined {
  if (sender.id !== api.runtime.id) return undefined;
  if (isFromOwnPage(sender)) return isFromPanel(message) ? answerPanel(message) : undefined;
  const tab = tabOf(sender);
  if (!tab) return undefined;
  if (!isFromContent(message))
    return Promise.reject(new Error("Malformed message: reload the page, it may hold an older Preflight."));
  return answerContent(message, tab);
}

async function answerContent(message: FromContent, tab: Tab): Promise<unknown> {
  switch (message.kind) {
    case "hello":
      return welcome(tab);
    case "link":
      return keepLink(tab, message.link);
    case "judge":
      return judge(tab, message.snapshot);
  }
}

function isFromOwnPage({ url }: Sender): boolean {
  return url?.startsWith(api.runtime.getURL("")) === true;
}

/** The tab that a content script speaks for: top frames of Halo's hosts only. */
function tabOf({ tab, url, frameId }: Sender): Tab | null {
  const tenant = tenantOf(url);
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
api.tabs.onUpdated.addListener((tab, { url }) => {
  if (url === undefined) return;
  tellPanels(tab);
  if (placeOf(url) !== "configuration") showBadge(tab, null);
  if (tenantOf(url) !== null) void tellTab(tab, { kind: "navigated" });
});

api.tabs.onRemoved.addListener((tab) => void forgetTab(tab));

// Chrome and Edge open the side panel by themselves, Firefox wants to be told.
if (api.sidePanel) void api.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
else api.action.onClicked.addListener(() => void api.sidebarAction?.toggle());
