// Stands before the extension's own background: keeps a copy of every message that reaches it, shows a test what the
// extension has stored, and opens the panel in a window. It has a port of its own, so that the extension's own messages
// and their checks are the same as in a release.

/** @type {typeof chrome} */
const api = Reflect.get(globalThis, "browser") ?? chrome;

/** @type {string[]} */
const messages = [];

api.runtime.onMessage.addListener((message) => {
  messages.push(JSON.stringify(message));
});

/** @type {Record<string, (tab: number) => unknown>} */
const answers = {
  messages: () => messages,
  started: () => performance.timeOrigin,
  watch: () => performance.timeOrigin,
  storage: async () => ({ local: await api.storage.local.get(null), session: await api.storage.session.get(null) }),
  "forget-evidence": () => api.storage.session.clear(),
  // A window of its own: of two tabs in one window, the hidden one draws no frame.
  "open-panel": (tab) =>
    api.windows.create({ url: api.runtime.getURL(`panel.html?tab=${tab}`), type: "popup", width: 420, height: 800 }),
};

api.runtime.onConnect.addListener((port) => {
  const tab = port.sender?.tab?.id;
  if (port.name !== "spy" || tab === undefined) return;
  port.onMessage.addListener(async (question) => port.postMessage((await answers[question]?.(tab)) ?? null));
});

export {};
