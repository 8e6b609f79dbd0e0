// Serves the demo tenant: `node demo/server.mjs [--port 8443] [--strict-csp]` builds it first.
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:https";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generate } from "selfsigned";
import { buildDemo } from "./build.mjs";

const DIST = join(dirname(fileURLToPath(import.meta.url)), "..", "dist", "demo");
const LOOPBACK = "127.0.0.1";

const TYPES = new Map([
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".woff2", "font/woff2"],
]);

/**
 * The strictest policy that the demo works under. The nonce is for the style sheets that react-select adds.
 * @param {string} nonce
 */
function strictPolicy(nonce) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** A certificate for every name that the demo answers to; made anew at each start and trusted by nobody. */
async function certificate() {
  const { private: key, cert } = await generate([{ name: "commonName", value: "*.halopsa.com" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "*.halopsa.com" },
          { type: 2, value: "*.haloitsm.com" },
          { type: 2, value: "localhost" },
          { type: 7, ip: LOOPBACK },
        ],
      },
    ],
  });
  return { key, cert };
}

/** @param {string} dir */
function readFiles(dir) {
  return new Map(readdirSync(dir).map((name) => [`/${name}`, readFileSync(join(dir, name))]));
}

/**
 * Starts the demo tenant on loopback; port 0 takes a free one. `dir` holds what `buildDemo` made; `pages` may have another
 * page for an address.
 * @param {{ port?: number, strictCsp?: boolean, dir?: string, pages?: (url: URL) => string | undefined }} [options]
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function startDemo({ port = 0, strictCsp = false, dir = DIST, pages = () => undefined } = {}) {
  const files = readFiles(dir);
  const page = String(files.get("/index.html"));
  const server = createServer(await certificate(), (request, response) => {
    const url = new URL(request.url ?? "/", `https://${request.headers.host ?? "demo.halopsa.com"}`);
    const { pathname } = url;
    const type = TYPES.get(extname(pathname));
    const file = files.get(pathname);
    if (type && file) return response.writeHead(200, { "content-type": type }).end(file);
    const nonce = strictCsp ? randomUUID() : "";
    const policy = strictCsp ? { "content-security-policy": strictPolicy(nonce) } : {};
    // Any other path is the app's own; it has its own 404.
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...policy });
    response.end(pages(url) ?? page.replace("%nonce%", nonce));
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The demo server listens on no port.");
  return { port: address.port, close: () => close(server) };
}

/**
 * @param {import("node:https").Server} server
 * @returns {Promise<void>}
 */
function close(server) {
  const closed = new Promise((resolve) => server.close(() => resolve(undefined)));
  server.closeAllConnections();
  return /** @type {Promise<void>} */ (closed);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "8443" }, "strict-csp": { type: "boolean", default: false } },
  });
  await buildDemo(DIST);
  const { port } = await startDemo({ port: Number(values.port), strictCsp: values["strict-csp"] });
  console.log(`The demo tenant is at https://demo.halopsa.com:${port}/config`);
  console.log(`The browser must find it: chromium --host-resolver-rules="MAP *.halopsa.com ${LOOPBACK}"`);
}
