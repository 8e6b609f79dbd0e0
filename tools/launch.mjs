// Starts a real browser with the extension loaded and `*.halopsa.com` and `*.example.test` on this machine.
import { resolve } from "node:path";
import puppeteer from "puppeteer-core";
import { findBrowser } from "./browsers.mjs";

/**
 * @typedef {object} Launched
 * @property {import("puppeteer-core").Browser} browser
 * @property {string} extensionId
 */

/** Firefox wants every host by name; the demo tenant reads its vendor and state from some of them. */
const VENDORS = ["mspbots", "moovila", "gradient-msp", "datagate", "laborcast"];
const STATES = ["none", "half", "all"];
const HOSTS = [
  ...["demo", ...VENDORS.flatMap((vendor) => STATES.map((state) => `${vendor}-${state}`))].map(
    (name) => `${name}.halopsa.com`,
  ),
  "halo.example.test",
];

/**
 * @param {import("./browsers.mjs").BrowserName} name
 * @param {{ extension: string, headless?: boolean, preferences?: Record<string, unknown> }} options
 * @returns {Promise<Launched>}
 */
export async function launch(name, { extension, headless = true, preferences = {} }) {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`No ${name} was found. Run ./build.sh test, which installs it.`);
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    acceptInsecureCerts: true,
    // Nothing that a test asks a page takes longer, unless the page hangs.
    protocolTimeout: 30_000,
    defaultViewport: headless ? { width: 1400, height: 900 } : null,
    ...(name === "chromium" ? chromiumOptions(headless) : firefoxOptions(preferences)),
  });
  return { browser, extensionId: await browser.installExtension(resolve(extension)) };
}

/**
 * @param {boolean} headless
 * @returns {import("puppeteer-core").LaunchOptions}
 */
function chromiumOptions(headless) {
  return {
    browser: "chrome",
    pipe: true,
    enableExtensions: true,
    args: [
      "--host-resolver-rules=MAP *.halopsa.com 127.0.0.1, MAP *.example.test 127.0.0.1",
      "--no-first-run",
      ...(headless ? ["--force-color-profile=srgb"] : ["--start-maximized"]),
      // Chromium's sandbox refuses to run as root, which is what containers are.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  };
}

/**
 * @param {Record<string, unknown>} preferences
 * @returns {import("puppeteer-core").LaunchOptions}
 */
function firefoxOptions(preferences) {
  return {
    browser: "firefox",
    extraPrefsFirefox: { "network.dns.localDomains": HOSTS.join(","), ...preferences },
  };
}
