// Writes dist/extension as one zip, the same for every store. The same input always gives the same bytes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

const FROM = "dist/extension";

/** The earliest time that a zip can hold: file times would make every build another file. */
const mtime = new Date(1980, 0, 1);

const names = readdirSync(FROM, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const files = Object.fromEntries(
  names.map((name) => [name.slice(FROM.length + 1).replaceAll("\\", "/"), new Uint8Array(readFileSync(name))]),
);
const { version } = JSON.parse(readFileSync(join(FROM, "manifest.json"), "utf8"));
const target = `dist/preflight-${version}.zip`;
const zip = zipSync(files, { level: 9, mtime });
mkdirSync("dist", { recursive: true });
writeFileSync(target, zip);
console.log(`   ${target}: ${names.length} files, ${zip.length} bytes`);
