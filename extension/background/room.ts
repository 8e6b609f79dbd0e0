import type { Screen } from "../../dist/wasm/preflight.js";

// What gives way when the browser's storage is full: the oldest readings, of whichever tenant, and nothing else.

/** What the key of every reading begins with: `evidence ORIGIN SCREEN RECORD`. */
export const EVIDENCE = "evidence ";

/** Most characters that make room at a time, so that not every single reading has to wait for room. */
const ROOM = 512 * 1024;

/** The browsers name a quota when an area is full; every other failure is no reason to delete anything. */
export function isFull(error: unknown): boolean {
  return /quota/i.test(String(error));
}

/**
 * Deletes the oldest readings, stored ones and such as are about to be written: as much as is about to be written, at
 * least. Gives their keys; none when there is no reading left.
 */
export async function makeRoom(area: chrome.storage.StorageArea, changes: Map<string, unknown>): Promise<string[]> {
  const stored = await area.get<Record<string, unknown>>(null);
  const all = Object.entries({ ...stored, ...Object.fromEntries(changes) });
  const readings = all.filter(([key, value]) => key.startsWith(EVIDENCE) && value !== null);
  readings.sort(([, a], [, b]) => timeOf(a).localeCompare(timeOf(b)));
  const wanted = Math.max(ROOM, sizeOf([...changes]));
  const gone: string[] = [];
  for (let freed = 0; freed < wanted; ) {
    const reading = readings[gone.length];
    // The newest one goes only where nothing else is left.
    if (!reading || (gone.length > 0 && gone.length === readings.length - 1)) break;
    freed += sizeOf(reading);
    gone.push(reading[0]);
  }
  for (const key of gone) changes.delete(key);
  await area.remove(gone);
  return gone;
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}

function timeOf(reading: unknown): string {
  return (reading as Partial<Screen>).seen ?? "";
}
