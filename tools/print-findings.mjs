// How the demo shows findings in a terminal.

/** @typedef {import("../dist/wasm/preflight.js").Finding} Finding */

/** In the order of the counts. */
const OUTCOMES = /** @type {const} */ ([
  "missing",
  "wrong",
  "excess",
  "review",
  "met",
  "waived",
  "not-seen",
  "not-applicable",
]);

/** What the admin has to look at, worst first; the others are counted only. */
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
  return OUTCOMES.map((outcome) => ({
    outcome,
    number: findings.filter((finding) => finding.outcome === outcome).length,
  }))
    .filter(({ number }) => number > 0)
    .map(({ outcome, number }) => `${number} ${outcome}`)
    .join(", ");
}

/** @param {Finding} finding */
function describe({ id, label, field, expected, found }) {
  const wanted = expected === null ? "" : `: wants ${expected}`;
  const seen = found === null ? "" : `, shows ${found}`;
  return `${label ?? field ?? id}${wanted}${seen}`;
}
