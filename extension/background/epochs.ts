// Whatever takes time may be overtaken: by a deletion, another choice, a pause, the tab's end. What was begun before does
// not count any more then, and above all does not write back what is gone. In memory only: with this worker, all that it had
// begun ends too.

const counts = new Map<string, number>();

/** What can be overtaken. */
export const EVERYTHING = "everything";
export const choiceOf = (tenant: string) => `choice ${tenant}`;
export const evidenceOf = (tenant: string) => `evidence ${tenant}`;
export const tabOf = (tab: number) => `tab ${tab}`;

/** From now on, what was begun on these before does not count any more. */
export function overtake(...subjects: string[]): void {
  for (const subject of subjects) counts.set(subject, (counts.get(subject) ?? 0) + 1);
}

/** To be asked later whether what is begun now still counts: nothing that it is about was overtaken. */
export function begin(...subjects: string[]): () => boolean {
  const all = [EVERYTHING, ...subjects];
  const now = () => all.map((subject) => counts.get(subject) ?? 0).join();
  const then = now();
  return () => now() === then;
}
