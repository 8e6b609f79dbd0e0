// Stands before the extension's own background: keeps a copy of every message that reaches it, asks it what a panel would
// ask, shows a test what the extension has stored, and opens the panel in a window. It has a port of its own, so that the
// extension's own messages and their checks are the same as in a release.

/** @type {typeof chrome} */
const api = Reflect.get(globalThis, "browser") ?? chrome;

/** @typedef {Parameters<typeof chrome.runtime.onMessage.addListener>[0]} Listener */
/** @typedef {{ screen: string, mode: string, record: string | null }} Shown */

/** @typedef {{ screen: string | null, mode: string | null, record: { name: string | null } | null }} Page */
/** @typedef {{ tenant: string, page: (Page & { questions: object[] }) | null, known: { report: object } | null }} State the part of a panel's state that tests ask for */

/** @type {string[]} */
const messages = [];

/** The extension's own listener. @type {Listener | null} */
let background = null;

/** The extension's own listener to keyboard commands. @type {((command: string, tab: chrome.tabs.Tab) => void) | null} */
let command = null;

/**
 * Tabs of which a better reading is on its way: one is being judged, or the page was asked for texts that it withheld.
 * @type {Set<number | undefined>}
 */
const unsettled = new Set();

/** The address of each tab's page that was judged last, with all the texts that it was asked for. @type {Map<number | undefined, string | undefined>} */
const judged = new Map();

/** What each judgement took since it was last asked, in milliseconds. @type {number[]} */
const judging = [];

/** Told after each message that the background has dealt with. */
const dealt = new EventTarget();

// What an administrator set: a test cannot be one. Kept, because the background may end meanwhile.
const POLICY = "spy: policy";
api.storage.managed.get = async () => (await api.storage.session.get(POLICY))[POLICY] ?? {};

/** Every reading that was ever stored, with its key: a later one may take its place. @type {[string, any][]} */
const readings = [];

for (const area of [api.storage.session, api.storage.local]) {
  const set = area.set.bind(area);
  area.set = (/** @type {Record<string, any>} */ values) => {
    readings.push(...Object.entries(values).filter(([key]) => key.startsWith("evidence ")));
    return set(values);
  };
}

const { onMessage } = api.runtime;
const addListener = onMessage.addListener.bind(onMessage);

addListener((message) => {
  messages.push(JSON.stringify(message));
});

onMessage.addListener = (own) => {
  background = own;
  addListener((message, sender, answer) => {
    if (message.kind === "judge") {
      unsettled.add(sender.tab?.id);
      overtake?.();
      if (swallow) {
        // It is under way when this background ends, or it is done and its answer is lost.
        if (swallow.when === "after") own(message, sender, () => swallow?.swallowed());
        else swallow.swallowed();
        return true;
      }
    }
    const start = performance.now();
    return own(message, sender, (value) => {
      if (message.kind === "judge") judging.push(performance.now() - start);
      answer(value);
      if (message.kind === "judge" && !(value?.ask?.length > 0)) {
        unsettled.delete(sender.tab?.id);
        // In Chromium, the sender has the address with which its document began: with the link that was taken off since.
        judged.set(sender.tab?.id, sender.tab?.url ?? sender.url);
      }
      dealt.dispatchEvent(new Event("dealt"));
    });
  });
};

/** What is to be done as soon as the next judgement is under way. @type {(() => void) | null} */
let overtake = null;

/**
 * Sends the background a message of the settings while the next judgement is under way, and resolves when it is answered.
 * @param {object} message
 */
function duringJudgement(message) {
  const settings = { id: api.runtime.id, url: api.runtime.getURL("options.html") };
  return new Promise((resolve) => {
    overtake = () => {
      overtake = null;
      // Right behind the judgement, which waits for the storage by then.
      queueMicrotask(() => background?.(message, settings, () => resolve(true)));
    };
  });
}

/** Until this background ends, no judgement is answered. @type {{ when: "before" | "after", swallowed: () => void } | null} */
let swallow = null;

/**
 * Leaves judgements unanswered from now on, before or after they are made; resolves with the first one.
 * @param {"before" | "after"} when
 */
function swallowJudgements(when) {
  return new Promise((resolve) => {
    swallow = { when, swallowed: () => resolve(true) };
  });
}

/**
 * Fills the storage that ends with the browser with readings of long ago, to the last kilobyte.
 * @param {string} tenant
 */
async function fill(tenant) {
  let count = 0;
  for (const size of [500_000, 50_000, 5_000, 500]) {
    const value = { seen: "2020-01-01T00:00:00.000Z", page: "x".repeat(size) };
    while (await fits(`evidence ${tenant} agent.permissions ${count}`, value)) count++;
  }
  return count;
}

/** @param {string} key @param {object} value */
async function fits(key, value) {
  return api.storage.session.set({ [key]: value }).then(
    () => true,
    () => false,
  );
}

const { onCommand } = api.commands;
const addCommandListener = onCommand.addListener.bind(onCommand);

onCommand.addListener = (own) => {
  command = own;
  addCommandListener(own);
};

/**
 * What a panel for this tab would be told.
 * @param {number} tab
 * @returns {Promise<State>}
 */
function panelState(tab) {
  return /** @type {Promise<State>} */ (fromPanel({ kind: "panel-state", tab }));
}

/**
 * The answer to what a panel says.
 * @param {object} message
 */
function fromPanel(message) {
  const panel = { id: api.runtime.id, url: api.runtime.getURL("panel.html") };
  return new Promise((resolve) => background?.(message, panel, resolve));
}

/**
 * Answers with Yes whatever the panel asks about the open record.
 * @param {number} tab
 */
async function answerYes(tab) {
  const { tenant, page } = await panelState(tab);
  for (const question of page?.questions ?? []) {
    await fromPanel({ kind: "change", tenant, change: { what: "record", ...question } });
  }
}

/**
 * The report as soon as the background knows that the tab shows this, and has all the texts that it asked for.
 * @param {number} tab
 * @param {Shown} wanted
 */
async function reportOn(tab, { screen, mode, record }) {
  for (;;) {
    const next = new Promise((resolve) => dealt.addEventListener("dealt", resolve, { once: true }));
    const { page, known } = await panelState(tab);
    const isShown = page?.screen === screen && page.mode === mode && (page.record?.name ?? null) === record;
    if (isShown && !unsettled.has(tab)) return known?.report;
    await next;
  }
}

/**
 * The report as soon as the page at this address was judged, whatever was made of it.
 * @param {number} tab
 * @param {string} url
 */
async function reportAt(tab, url) {
  for (;;) {
    const next = new Promise((resolve) => dealt.addEventListener("dealt", resolve, { once: true }));
    if (judged.get(tab) === url && !unsettled.has(tab)) return (await panelState(tab)).known?.report;
    await next;
  }
}

/** @type {Record<string, (tab: number, about: any) => unknown>} */
const answers = {
  messages: () => messages,
  started: () => performance.timeOrigin,
  watch: () => performance.timeOrigin,
  storage: async () => ({ local: await api.storage.local.get(null), session: await api.storage.session.get(null) }),
  report: reportOn,
  "report-at": reportAt,
  "answer-yes": answerYes,
  fill: (_, tenant) => fill(tenant),
  judging: () => judging.splice(0),
  store: (_, values) => api.storage.session.set(values),
  "during-judgement": (_, message) => duringJudgement(message),
  swallow: (_, when) => swallowJudgements(when),
  policy: (_, policy) => api.storage.session.set({ [POLICY]: policy }),
  readings: () => readings,
  "forget-evidence": () => api.storage.session.clear(),
  // A window of its own: of two tabs in one window, the hidden one draws no frame.
  "open-panel": (tab) =>
    api.windows.create({ url: api.runtime.getURL(`panel.html?tab=${tab}`), type: "popup", width: 420, height: 800 }),
  // No browser lets a test press the keys of a command.
  command: async (tab, name) => command?.(name, await api.tabs.get(tab)),
  "open-settings": () =>
    api.windows.create({ url: api.runtime.getURL("options.html"), type: "popup", width: 900, height: 900 }),
};

api.runtime.onConnect.addListener((port) => {
  const tab = port.sender?.tab?.id;
  if (port.name !== "spy" || tab === undefined) return;
  port.onMessage.addListener(async ({ question, about }) =>
    port.postMessage((await answers[question]?.(tab, about)) ?? null),
  );
});

export {};
