import { readPolicy } from "../domain/policy.js";
import { moveEvidence, readAllEvidence } from "./evidence.js";

/** Takes what an administrator forbids to keep off the disk; until the browser closes, it stays known. */
export async function enforcePolicy(): Promise<void> {
  const { forbidKeeping } = await readPolicy();
  if (!forbidKeeping) return;
  for (const [tenant, seen] of await readAllEvidence()) {
    if (seen.some(({ kept }) => kept)) await moveEvidence(tenant, false, async () => {});
  }
}
