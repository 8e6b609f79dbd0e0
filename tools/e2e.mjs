// Builds what the browser tests need and runs them:
// tools/e2e.mjs [FILE…] [--browser=chromium|firefox] [--test-name-pattern=…]
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { buildDemo } from "../demo/build.mjs";
import { buildTestExtension } from "./test-extension.mjs";

const FOLDER = "tests/e2e";

const BROWSER = "--browser=";

const options = process.argv.slice(2).filter((argument) => argument.startsWith("--") && !argument.startsWith(BROWSER));
const browser = process.argv.find((argument) => argument.startsWith(BROWSER))?.slice(BROWSER.length);
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const all = readdirSync(FOLDER).filter((file) => file.endsWith(".test.mjs"));
const files = chosen.length > 0 ? chosen : all.map((file) => `${FOLDER}/${file}`);

execFileSync("cargo", ["build", "--quiet"], { stdio: "inherit" });
await buildDemo("dist/demo");
await buildTestExtension();

// One file at a time: a browser that is starved by another one is a test of the machine, not of the extension.
const run = spawnSync(
  process.execPath,
  ["--test", "--test-reporter=spec", "--test-concurrency=1", ...options, ...files],
  { stdio: "inherit", env: { ...process.env, ...(browser && { PREFLIGHT_BROWSER: browser }) } },
);
process.exitCode = run.status ?? 1;
