/** How far a page is: it waits to hear whether it is read, it is not, what it shows is being judged, or all is painted. */
export type Progress = "asking" | "unread" | "busy" | "painted";

/** For the test build only: tells the spy, which runs in the same world, how far the page is. */
export function note(progress: Progress): void {
  const world = globalThis as { preflightProgress?: Progress; preflightNoted?: EventTarget };
  world.preflightProgress = progress;
  world.preflightNoted ??= new EventTarget();
  world.preflightNoted.dispatchEvent(new Event("noted"));
}
