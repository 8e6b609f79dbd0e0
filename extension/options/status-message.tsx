import type { Outcome } from "./use-task.js";

/** Says what came of something. A mistake in a file may have many lines. */
export function Said({ outcome: { said, problem } }: { outcome: Outcome }) {
  return (
    <>
      <div role="status">{said && <p class="notice">{said}</p>}</div>
      {problem && (
        <div class="notice" role="alert">
          {problem.split("\n").map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </>
  );
}
