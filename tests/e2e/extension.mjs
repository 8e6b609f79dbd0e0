// The test build of the extension, with the spy in front of it.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { buildExtension } from "../../extension/build.mjs";

/** The folder that the browsers load. */
export const TEST_EXTENSION = "dist/extension-test";

export async function buildTestExtension() {
  await buildExtension({ outDir: TEST_EXTENSION, test: true });
  cpSync("tests/e2e/spy", `${TEST_EXTENSION}/spy`, { recursive: true });
  const path = `${TEST_EXTENSION}/manifest.json`;
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const { service_worker } = manifest.background;
  writeFileSync(`${TEST_EXTENSION}/spied.js`, `import "./spy/background.js";\nimport "./${service_worker}";\n`);
  manifest.background.service_worker = "spied.js";
  manifest.background.scripts = ["spied.js"];
  manifest.content_scripts.push({ ...manifest.content_scripts[0], css: [], js: ["spy/content.js"] });
  writeFileSync(path, JSON.stringify(manifest, null, 2));
}
