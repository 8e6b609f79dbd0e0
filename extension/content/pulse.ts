/** Milliseconds between two looks at what changes without a sign: a person notices half a second. */
const PULSE = 400;

/** Calls again and again, but not while nobody can see the tab, and not after the signal. Returns what asks anew whether it can be seen. */
export function pulse(signal: AbortSignal, isHidden: () => boolean, look: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const follow = () => {
    clearInterval(timer);
    timer = signal.aborted || isHidden() ? undefined : setInterval(look, PULSE);
  };
  signal.addEventListener("abort", follow);
  follow();
  return follow;
}
