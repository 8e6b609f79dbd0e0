import { type Move, moved, NO_TOUR, settled, storedTour, type TourState } from "../domain/tour.js";
import { makeQueue } from "./serial-queue.js";
import { local } from "./storage-area.js";

// How far a person is on each tenant's tour stays on disk: it goes on after a sign-in, a reload, another day.

const PREFIX = "tour ";

const inTurn = makeQueue();

/** The tour of a tenant. */
export async function readTour(tenant: string): Promise<TourState> {
  return storedTour(await local.read(PREFIX + tenant)) ?? NO_TOUR;
}

/** Takes a move in. */
export function moveTour(tenant: string, move: Move): Promise<void> {
  return inTurn(async () => local.write(PREFIX + tenant, moved(await readTour(tenant), move)));
}

/** Notes what the core calls settled, so that it is known later what was done once. */
export function noteSettled(tenant: string, done: string[]): Promise<void> {
  return inTurn(async () => {
    const tour = await readTour(tenant);
    const now = settled(tour, done);
    if (now !== tour) await local.write(PREFIX + tenant, now);
  });
}

/** Forgets the tour of a tenant. */
export function forgetTour(tenant: string): Promise<void> {
  return inTurn(() => local.write(PREFIX + tenant, null));
}
