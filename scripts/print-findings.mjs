// How the demo shows findings in a terminal.

/** @typedef {import("../dist/wasm/preflight.js").Finding} Finding */
/** @typedef {import("../dist/wasm/preflight.js").Outcome} Outcome */

/** What the admin has to look at, worst first; `met` is counted only. */
const SIGNS = /** @type {const} */ ({ missing: "✕", wrong: "≠", excess: "▲", review: "?" });

/**
 * One screen: a line of counts, then a line for each finding that wants attention.
 * @param {string} screen
 * @param {{ record: string | null, findings: Finding[] }} seen
 */
export function printFindings(screen, { record, findings }) {
  const named = record === null ? "" : ` (${record})`;
  console.log(`\n   ${screen}${named}: ${counts(findings) || "nothing that this vendor asks for"}`);
  for (const [outcome, sign] of Object.entries(SIGNS)) {
    for (const finding of findings.filter((candidate) => candidate.outcome === outcome)) {
      console.log(`     ${sign} ${outcome.padEnd(7)}  ${describe(finding)}`);
    }
  }
}

/** @param {Finding[]} findings */
export function printTotal(findings) {
  console.log(`\n   Altogether: ${counts(findings)}`);
}

/** @param {Finding[]} findings */
function counts(findings) {
  /** @type {Map<Outcome, number>} */
  const numbers = new Map();
  for (const { outcome } of findings) numbers.set(outcome, (numbers.get(outcome) ?? 0) + 1);
  return Array.from(numbers, ([outcome, number]) => `${number} ${outcome}`).join(", ");
}

/** @param {Finding} finding */
function describe({ id, label, field, expected, found }) {
  const wanted = expected === null ? "" : `: wants ${expected}`;
  const seen = found === null ? "" : `, shows ${found}`;
  return `${label ?? field ?? id}${wanted}${seen}`;
}
