// Runs the unit tests of the TypeScript parts: Node 20 knows no types, so esbuild bundles each test first.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const OUT = "dist/unit";

const tests = ["extension", "demo/src"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);
if (tests.length === 0) throw new Error("No *.test.ts was found under extension/ and demo/src/.");

rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: tests,
  outdir: OUT,
  outbase: ".",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
});
const files = tests.map((test) => join(OUT, test.replace(/\.tsx?$/, ".mjs")));
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", "--test-reporter=spec", ...files], {
  stdio: "inherit",
});
process.exitCode = run.status ?? 1;
