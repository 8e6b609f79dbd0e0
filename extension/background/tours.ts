import { api } from "../shared/api.js";
import { isTour, type Move, moved, NO_TOUR, type TourState } from "../shared/tour.js";
import { read, write } from "./area.js";

// How far a person is on each tenant's tour stays on disk: it goes on after a sign-in, a reload, another day.

let last: Promise<unknown> = Promise.resolve();

/** The tour of a tenant. */
export async function readTour(tenant: string): Promise<TourState> {
  const tour = await read(api.storage.local, `tour ${tenant}`);
  return isTour(tour) ? tour : NO_TOUR;
}

/** Takes a move in. One after the other: of two at a time, none is lost. */
export function moveTour(tenant: string, move: Move): Promise<void> {
  const done = last.then(async () => write(api.storage.local, `tour ${tenant}`, moved(await readTour(tenant), move)));
  last = done.catch(() => {});
  return done;
}
