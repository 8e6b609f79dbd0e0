import { api } from "../platform/api.js";
import { isFull, makeRoom } from "./room.js";

/**
 * One of the browser's storage areas. Readers see a change at once; it is written later, in order, and
 * at once too: this worker may be ended at any moment. Every value is read from the browser at most once.
 */
export class Area {
  private readonly known = new Map<string, Promise<unknown>>();
  /** Changes that wait until those before them are written; null takes a value away. */
  private waiting = new Map<string, unknown>();
  private underway = new Map<string, unknown>();
  /** Writes what waits, once its turn comes. */
  private turn: Promise<void> | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private emptied: Promise<void> = Promise.resolve();

  /** `evicted` hears of readings that had to give way because the area was full. */
  constructor(
    private readonly area: chrome.storage.StorageArea,
    private readonly evicted: (keys: string[]) => void,
  ) {}

  /** One value. */
  async read<Value>(key: string): Promise<Value | undefined> {
    for (const changes of [this.waiting, this.underway]) {
      if (changes.has(key)) return (changes.get(key) ?? undefined) as Value | undefined;
    }
    const known = this.known.get(key) ?? this.load(key);
    return (await known) as Value | undefined;
  }

  /** Everything under keys that begin so. */
  async readAll<Value>(prefix: string): Promise<Record<string, Value>> {
    await this.emptied;
    const stored = await this.area.get<Record<string, unknown>>(null);
    const all = Object.entries({ ...stored, ...Object.fromEntries([...this.underway, ...this.waiting]) });
    const wanted = all.filter(([key, value]) => key.startsWith(prefix) && value !== null);
    return Object.fromEntries(wanted) as Record<string, Value>;
  }

  /** Keeps one value; null takes it away. Whoever has to know that it is on disk waits. */
  write(key: string, value: unknown): Promise<void> {
    if (value === null) this.known.delete(key);
    else if (this.known.has(key)) this.known.set(key, Promise.resolve(value));
    this.waiting.set(key, value);
    this.turn ??= this.afterLast(() => this.writeWaiting());
    return this.turn;
  }

  /** Keeps all of these or, where they do not fit, none: nothing makes room for them. */
  writeWhole(values: Record<string, unknown>): Promise<void> {
    return this.afterLast(() => this.area.set(values));
  }

  /** Takes everything away, also what waits to be written. */
  clear(): Promise<void> {
    this.known.clear();
    this.waiting.clear();
    this.emptied = this.afterLast(() => this.area.clear());
    return this.emptied;
  }

  private load(key: string): Promise<unknown> {
    const known = this.emptied.then(() => this.area.get<Record<string, unknown>>(key)).then((stored) => stored[key]);
    this.known.set(key, known);
    known.catch(() => this.forget(key, known));
    return known;
  }

  private forget(key: string, known: Promise<unknown>): void {
    if (this.known.get(key) === known) this.known.delete(key);
  }

  private afterLast(task: () => Promise<void>): Promise<void> {
    const done = this.last.then(task);
    this.last = done.catch(() => {});
    return done;
  }

  private async writeWaiting(): Promise<void> {
    this.turn = null;
    this.underway = this.waiting;
    this.waiting = new Map();
    try {
      await this.put(this.underway);
    } catch (error) {
      // What is not stored does not hold.
      for (const key of this.underway.keys()) this.known.delete(key);
      throw error;
    } finally {
      this.underway = new Map();
    }
  }

  private async put(changes: Map<string, unknown>): Promise<void> {
    const removed = [...changes].flatMap(([key, value]) => (value === null ? [key] : []));
    if (removed.length > 0) await this.area.remove(removed);
    for (;;) {
      const kept = [...changes].filter(([, value]) => value !== null);
      if (kept.length === 0) return;
      try {
        return await this.area.set(Object.fromEntries(kept));
      } catch (error) {
        const gone = isFull(error) ? await makeRoom(this.area, changes) : [];
        if (gone.length === 0) throw error;
        this.evicted(gone);
      }
    }
  }
}

let onEvicted: (keys: string[]) => void = () => {};

/** What was said and is to last. */
export const local = new Area(api.storage.local, (keys) => onEvicted(keys));

/** What ends with the browser. */
export const session = new Area(api.storage.session, (keys) => onEvicted(keys));

/** Calls back with the keys of readings that gave way because an area was full. */
export function whenEvicted(tell: (keys: string[]) => void): void {
  onEvicted = tell;
}

/** True for the same plain data. */
export function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
