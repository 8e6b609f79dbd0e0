// Builds dist/extension and holds it to its weight.
import { statSync } from "node:fs";
import { buildExtension } from "../extension/build.mjs";

const OUT = "dist/extension";

/**
 * Most bytes that a file may have: what is loaded into every configuration page, and what a worker compiles. What the
 * weights buy: docs/decisions/0001-weight-of-the-core.md and 0002-weight-of-the-content-script.md.
 */
const LIMITS = { "preflight_bg.wasm": 744 * 1024, "content.js": 58 * 1024 };

await buildExtension({ outDir: OUT });

for (const [file, limit] of Object.entries(LIMITS)) {
  const { size } = statSync(`${OUT}/${file}`);
  console.log(`   ${file}: ${size} bytes of at most ${limit}`);
  if (size > limit) {
    console.error(`${OUT}/${file} is ${size - limit} bytes over its limit. Make it lighter, or write down in`);
    console.error("docs/decisions/ what the weight buys and raise the limit in tools/extension.mjs.");
    process.exitCode = 1;
  }
}
