type Area = chrome.storage.StorageArea;

/** One value out of the browser's storage. */
export async function read<Value>(area: Area, key: string): Promise<Value | undefined> {
  return (await area.get<Record<string, Value>>(key))[key];
}

/** Keeps one value; null takes it away. */
export function write(area: Area, key: string, value: unknown): Promise<void> {
  return value === null ? area.remove(key) : area.set({ [key]: value });
}

/** Everything under keys that begin so. */
export async function readAll<Value>(area: Area, prefix: string): Promise<Record<string, Value>> {
  const all = Object.entries(await area.get<Record<string, Value>>(null));
  return Object.fromEntries(all.filter(([key]) => key.startsWith(prefix)));
}

/** True for the same plain data. */
export function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
