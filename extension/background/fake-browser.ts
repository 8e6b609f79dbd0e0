import { readFileSync } from "node:fs";

// For tests: a browser in which the background's own modules and the real core run.

/** A storage area of a browser, with room for so many characters; its answers come late, and can be held back. */
export class FakeArea {
  values: Record<string, unknown> = {};
  reads = 0;
  constructor(public quota: number) {}

  async get(key: string | null): Promise<Record<string, unknown>> {
    this.reads++;
    await null;
    if (key === null) return { ...this.values };
    return key in this.values ? { [key]: this.values[key] } : {};
  }

  async set(values: Record<string, unknown>): Promise<void> {
    await null;
    const next = { ...this.values, ...values };
    if (JSON.stringify(next).length > this.quota) throw new Error("QUOTA_BYTES quota exceeded");
    this.values = next;
  }

  async remove(keys: string[]): Promise<void> {
    await null;
    for (const key of keys) delete this.values[key];
  }

  async clear(): Promise<void> {
    await null;
    this.values = {};
  }
}

/** Stands in for the browser from now on; to be called before the background's modules are loaded. */
export function fakeBrowser() {
  const [local, session] = [new FakeArea(1e9), new FakeArea(1e9)];
  const nothing = async () => null;
  /** The addresses of the open tabs, by their ids, and the tabs in which a script was started. */
  const open = new Map<number, string>();
  /** What the script in a tab answers. */
  const answers = new Map<number, unknown>();
  const started: number[] = [];
  const browser = {
    storage: { local, session, managed: new FakeArea(0) },
    runtime: { getURL: packaged, sendMessage: nothing },
    tabs: {
      query: async () => [...open].map(([id, url]) => ({ id, url })),
      get: async (id: number) => ({ id, url: open.get(id), status: open.has(id) ? "complete" : "loading" }),
      sendMessage: async (id: number) => answers.get(id) ?? null,
    },
    scripting: {
      executeScript: async ({ target }: { target: { tabId: number } }) => started.push(target.tabId),
      getRegisteredContentScripts: async () => [],
      registerContentScripts: nothing,
    },
    i18n: { getMessage: () => "" },
    permissions: { contains: async () => true },
  };
  Object.assign(globalThis, { browser });
  return { local, session, open, answers, started };
}

/** A file of the extension as an address that can be fetched without a server. */
function packaged(path: string): string {
  const [file, type] = path.endsWith(".wasm") ? [`dist/wasm/${path}`, "application/wasm"] : [path, "application/json"];
  return `data:${type};base64,${readFileSync(file).toString("base64")}`;
}
