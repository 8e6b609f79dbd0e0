import type { Tour } from "../../dist/wasm/preflight.js";
import { MAX_FINDING, MAX_TICKS } from "../protocol/limits.js";

/** How far a person is on a tenant's tour, and whether it is being taken. */
export interface TourState extends Tour {
  on: boolean;
}

/** One thing that a person does with the tour. */
export type Move =
  | { what: "start" }
  | { what: "stop" }
  | { what: "go"; step: string; settled: boolean }
  | { what: "tick"; step: string; on: boolean };

/** A tenant on which nobody took the tour yet. */
export const NO_TOUR: TourState = { on: false, at: null, ticked: [], done: [] };

/** The tour with what the core calls settled; itself where that is nothing new, or where nobody takes it any more. */
export function settled(tour: TourState, done: string[]): TourState {
  const isKnown = done.every((id) => tour.done.includes(id));
  return isKnown || !tour.on ? tour : { ...tour, done: done.slice(0, MAX_TICKS) };
}

/** The tour after a move. It starts at the first step that is open, whatever was done before. */
export function moved(tour: TourState, move: Move): TourState {
  switch (move.what) {
    case "start":
      return { ...tour, on: true, at: null, done: [] };
    case "stop":
      return { ...tour, on: false };
    case "go":
      return { ...tour, at: { step: move.step, settled: move.settled } };
    case "tick": {
      const others = tour.ticked.filter((step) => step !== move.step);
      return { ...tour, ticked: move.on ? [...others, move.step].slice(-MAX_TICKS) : others };
    }
  }
}

/** Checks a move that arrived in a message. */
export function isMove(value: unknown): value is Move {
  if (!isObject(value)) return false;
  switch (value.what) {
    case "start":
    case "stop":
      return true;
    case "go":
      return isStep(value.step) && typeof value.settled === "boolean";
    case "tick":
      return isStep(value.step) && typeof value.on === "boolean";
    default:
      return false;
  }
}

/** A tour as it was stored, perhaps by an earlier version; null for what is none. */
export function storedTour(value: unknown): TourState | null {
  if (!isObject(value)) return null;
  const { on, at, ticked, done = [] } = value;
  const isPlace = at === null || (isObject(at) && isStep(at.step) && typeof at.settled === "boolean");
  if (typeof on !== "boolean" || !isPlace || !areSteps(ticked) || !areSteps(done)) return null;
  return { on, at: at as TourState["at"], ticked, done };
}

function areSteps(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_TICKS && value.every(isStep);
}

function isStep(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_FINDING;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
