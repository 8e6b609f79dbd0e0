// Finds an installed browser. `node tools/browsers.mjs chromium|firefox` prints its path, or ends with code 1.
import { statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {"chromium" | "firefox"} BrowserName */

/** Chrome and Chromium before Edge: they are what most people test with. */
const PROGRAMS = {
  chromium: ["google-chrome-stable", "google-chrome", "chrome", "chromium", "chromium-browser", "microsoft-edge"],
  firefox: ["firefox-esr", "firefox", "firefox-developer-edition"],
};

const MAC_APPS = {
  chromium: [
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  firefox: ["Firefox.app/Contents/MacOS/firefox", "Firefox Developer Edition.app/Contents/MacOS/firefox"],
};

const OVERRIDE = { chromium: "CHROME", firefox: "FIREFOX" };

/**
 * Path of an installed browser. The variable CHROME or FIREFOX names another one.
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const variable = OVERRIDE[name];
  const chosen = process.env[variable];
  if (chosen) {
    if (isFile(chosen)) return chosen;
    throw new Error(`${variable}=${chosen}: there is no such program. Correct or unset ${variable}.`);
  }
  return candidates(name).find(isFile);
}

/** @param {BrowserName} name */
function candidates(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = PROGRAMS[name].flatMap((program) => folders.map((folder) => join(folder, program)));
  const apps = ["/Applications", join(homedir(), "Applications")];
  return [...onPath, ...MAC_APPS[name].flatMap((app) => apps.map((folder) => join(folder, app)))];
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2];
  if (name !== "chromium" && name !== "firefox") throw new Error("usage: browsers.mjs chromium|firefox");
  const path = findBrowser(name);
  if (path) console.log(path);
  process.exitCode = path ? 0 : 1;
}
