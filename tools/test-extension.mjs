// The test build of the extension, with the spy in front of it.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { buildExtension } from "../extension/build.mjs";

/** A host that is none of Halo's, for the tests of people's own hosts. */
export const OWN_HOST = "halo.example.test";

/** The folder that the browsers load. */
export const TEST_EXTENSION = "dist/extension-test";

/** A language that only the test build has: English in brackets, so that every text is told from what is not translated. */
export const TEST_LANGUAGE = "fil";

export async function buildTestExtension() {
  await buildExtension({ outDir: TEST_EXTENSION, test: true, languages: [TEST_LANGUAGE] });
  writeTestLanguage();
  cpSync("tools/spy", `${TEST_EXTENSION}/spy`, { recursive: true });
  const path = `${TEST_EXTENSION}/manifest.json`;
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const { service_worker } = manifest.background;
  writeFileSync(`${TEST_EXTENSION}/spied.js`, `import "./spy/background.js";\nimport "./${service_worker}";\n`);
  manifest.background.service_worker = "spied.js";
  manifest.background.scripts = ["spied.js"];
  // Granted beforehand: no test can answer the browser's question. That Preflight is not there as long as nobody named
  // the host in the settings is tested; that the browser asks is not.
  const own = `https://${OWN_HOST}/*`;
  manifest.host_permissions.push(own);
  const [script] = manifest.content_scripts;
  manifest.content_scripts.push({ ...script, matches: [...script.matches, own], js: ["spy/content.js"] });
  writeFileSync(path, JSON.stringify(manifest, null, 2));
}

function writeTestLanguage() {
  const locales = `${TEST_EXTENSION}/_locales`;
  const english = Object.entries(JSON.parse(readFileSync(`${locales}/en/messages.json`, "utf8")));
  const bracketed = english.map(([id, text]) => [id, { ...text, message: `⟦${text.message}⟧` }]);
  mkdirSync(`${locales}/${TEST_LANGUAGE}`);
  writeFileSync(`${locales}/${TEST_LANGUAGE}/messages.json`, JSON.stringify(Object.fromEntries(bracketed)));
}
