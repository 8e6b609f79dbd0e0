import { api } from "../shared/api.js";
import { isTour, type Move, moved, NO_TOUR, type TourState } from "../shared/tour.js";
import { read, write } from "./area.js";
import { makeQueue } from "./turns.js";

// How far a person is on each tenant's tour stays on disk: it goes on after a sign-in, a reload, another day.

const PREFIX = "tour ";

const inTurn = makeQueue();

/** The tour of a tenant. */
export async function readTour(tenant: string): Promise<TourState> {
  const tour = await read(api.storage.local, PREFIX + tenant);
  return isTour(tour) ? tour : NO_TOUR;
}

/** Takes a move in. */
export function moveTour(tenant: string, move: Move): Promise<void> {
  return inTurn(async () => write(api.storage.local, PREFIX + tenant, moved(await readTour(tenant), move)));
}

/** Forgets the tour of a tenant. */
export function forgetTour(tenant: string): Promise<void> {
  return inTurn(() => write(api.storage.local, PREFIX + tenant, null));
}
