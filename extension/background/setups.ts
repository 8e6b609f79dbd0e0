import { api } from "../shared/api.js";
import { type Change, changed, isSetup, NO_SETUP, type Setup } from "../shared/setup.js";
import { read, write } from "./area.js";

// What an admin said of each tenant stays on disk until it is taken back.

let last: Promise<unknown> = Promise.resolve();

/** What was said of a tenant. */
export async function readSetup(tenant: string): Promise<Setup> {
  const setup = await read(api.storage.local, `setup ${tenant}`);
  return isSetup(setup) ? setup : NO_SETUP;
}

/** Takes a change in. One after the other: of two at a time, none is lost. */
export function changeSetup(tenant: string, change: Change): Promise<void> {
  const done = last.then(async () =>
    write(api.storage.local, `setup ${tenant}`, changed(await readSetup(tenant), change)),
  );
  last = done.catch(() => {});
  return done;
}
