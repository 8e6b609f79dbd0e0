// Builds the extension into one folder that Chrome, Edge and Firefox load as it is.
import { cp, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const HERE = join(ROOT, "extension");
const CORE = join(ROOT, "dist/wasm");

/** The oldest browsers that the manifest allows. */
const TARGET = ["chrome133", "firefox147"];

/** Files that are taken as they are: from where, under which name. */
const COPIED = [
  ["manifest.json", "manifest.json"],
  ["extension/managed-schema.json", "managed-schema.json"],
  ["extension/_locales", "_locales"],
  ["extension/panel/panel.html", "panel.html"],
  ["extension/options/options.html", "options.html"],
  ["profiles", "profiles"],
  ["dist/wasm/preflight_bg.wasm", "preflight_bg.wasm"],
  ...[16, 32, 48, 128].map((size) => [`extension/icons/icon-${size}.png`, `icons/icon-${size}.png`]),
];

/** What runs where: a classic script in the page, modules in the extension's own pages. */
const BUNDLES = /** @type {const} */ ([
  { entry: "content/main.ts", out: "content.js", format: "iife", css: "text" },
  { entry: "background/main.ts", out: "background.js", format: "esm", css: "empty" },
  { entry: "panel/main.tsx", out: "panel.js", format: "esm", css: "empty" },
  { entry: "panel/panel.css", out: "panel.css", format: "esm", css: "css" },
  { entry: "options/main.tsx", out: "options.js", format: "esm", css: "empty" },
  { entry: "options/options.css", out: "options.css", format: "esm", css: "css" },
]);

/**
 * Builds the extension. The core has to be in `dist/wasm` already.
 * @param {{ outDir: string, test?: boolean, languages?: string[] }} options `test` opens a door for the browser tests that
 * a release lacks; `languages` can be chosen though their words are put there later.
 */
export async function buildExtension({ outDir, test = false, languages = [] }) {
  await mustExist(
    join(CORE, "preflight_bg.wasm"),
    "The core is not built: run ./build.sh, or wasm-pack build --target web.",
  );
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const shipped = await readdir(join(HERE, "_locales"));
  const define = { TEST: String(test), LANGUAGES: JSON.stringify([...shipped, ...languages].sort()) };
  await Promise.all(BUNDLES.map((bundle) => bundleInto(outDir, bundle, define)));
  for (const [from = "", to = ""] of COPIED) {
    await cp(join(ROOT, from), join(outDir, to), { recursive: true, filter: isShipped });
  }
  await printSizes(outDir);
}

/**
 * @param {string} outDir
 * @param {(typeof BUNDLES)[number]} bundle
 * @param {Record<string, string>} define
 */
async function bundleInto(outDir, { entry, out, format, css }, define) {
  await build({
    entryPoints: [join(HERE, entry)],
    outfile: join(outDir, out),
    bundle: true,
    minify: true,
    format,
    target: TARGET,
    loader: css === "text" ? {} : { ".css": css },
    plugins: css === "text" ? [minifiedCssText] : [],
    jsx: "automatic",
    jsxImportSource: "preact",
    define,
    // The core's glue looks for its file beside itself; the background names the file instead.
    logOverride: { "empty-import-meta": "silent" },
    legalComments: "none",
  });
}

/** Style sheets that a script adopts: small, and as text. @type {import("esbuild").Plugin} */
const minifiedCssText = {
  name: "minified-css-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: TARGET });
      return { contents: code, loader: "text" };
    });
  },
};

/** The profiles' schema is for the people who write them. @param {string} path */
function isShipped(path) {
  return !path.endsWith("profiles/schema.json");
}

/** @param {string} path @param {string} fix */
async function mustExist(path, fix) {
  await stat(path).catch(() => {
    throw new Error(`${relative(ROOT, path)} is missing. ${fix}`);
  });
}

/** @param {string} outDir */
async function printSizes(outDir) {
  for (const file of ["preflight_bg.wasm", "background.js", "content.js", "panel.js", "options.js"]) {
    const { size } = await stat(join(outDir, file));
    console.log(`   ${file.padEnd(18)} ${(size / 1024).toFixed(1).padStart(6)} KB`);
  }
}
