import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "src");

/**
 * Bundles the demo tenant into `outDir`: index.html, demo.js, demo.css and the icon font.
 * @param {string} outDir
 */
export async function buildDemo(outDir) {
  await build({
    entryPoints: { demo: join(SOURCE, "main.tsx") },
    outdir: outDir,
    bundle: true,
    minify: true,
    jsx: "automatic",
    target: ["chrome114", "firefox128"],
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty", ".eot": "empty", ".svg": "empty" },
    assetNames: "[name]",
    logLevel: "warning",
  });
  await copyFile(join(SOURCE, "index.html"), join(outDir, "index.html"));
}
