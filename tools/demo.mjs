// Walks the demo tenant's six screens with Preflight loaded and prints what it found, as the extension itself says.
import { parseArgs } from "node:util";
import { buildDemo } from "../demo/build.mjs";
import { startDemo } from "../demo/server.mjs";
import { openLastRecord, openTab } from "./halo.mjs";
import { launch } from "./launch.mjs";
import { printFindings, printTotal } from "./print-findings.mjs";
import { openWatch } from "./watch.mjs";

/** Lists and the tabs of a record in the order in which a vendor's document goes through them. */
const WALK = [
  { list: "/config/agents/roles", kind: "role", tabs: ["Details", "Permissions"] },
  { list: "/config/agents/agents", kind: "agent", tabs: ["Details", "Permissions"] },
  { list: "/config/integrations/api/applications", kind: "application", tabs: ["Details", "Permissions"] },
];

const SCREENSHOT = "dist/demo.png";

/** @returns {{ vendor: string, state: string, tour: boolean, headless: boolean }} */
function readArguments() {
  const { values } = parseArgs({
    options: {
      vendor: { type: "string", default: "moovila" },
      state: { type: "string", default: "half" },
      tour: { type: "boolean", default: false },
      headless: { type: "boolean", default: !hasDisplay() },
    },
  });
  const { vendor, state } = values;
  oneOf("--vendor", vendor, ["mspbots", "moovila", "gradient-msp", "datagate", "laborcast"]);
  oneOf("--state", state, ["none", "half", "all"]);
  return values;
}

/** @param {string} option @param {string} value @param {string[]} known */
function oneOf(option, value, known) {
  if (!known.includes(value)) throw new Error(`${option} ${value} is not known. Use one of: ${known.join(", ")}.`);
}

function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

const { vendor, state: wanted, tour, headless } = readArguments();
// Who practises begins with nothing.
const state = tour ? "none" : wanted;
await buildDemo("dist/demo");
const demo = await startDemo({ port: 0 });
const { browser, extensionId } = await launch("chromium", { extension: "dist/extension", headless });

const [page = await browser.newPage()] = await browser.pages();
const options = `seed:${vendor},state:${state},delay:${headless ? 0 : 300},lazy:off`;
const start = `https://demo.halopsa.com:${demo.port}/config?demo=${options}#preflight=${vendor}`;
console.log(`   ${start}`);
await page.goto(start);
const watch = await openWatch(browser, extensionId, page);

if (tour) {
  const first = await watch.startTour();
  console.log(`\n   The tour has begun: ${first}`);
  console.log("   Click Preflight's icon: the panel leads on, and the page shows where to click.");
} else {
  await walk();
}

/** Opens each screen and prints what was found on it. */
async function walk() {
  for (const { list, kind, tabs } of WALK) {
    await page.goto(new URL(list, start).href);
    await openLastRecord(page);
    for (const tab of tabs) {
      await openTab(page, tab);
      const screen = `${kind}.${tab.toLowerCase()}`;
      printFindings(screen, await watch.read(screen));
    }
  }
  printTotal(await watch.report());
}

if (headless) {
  await page.screenshot({ path: SCREENSHOT });
  console.log(`\n   Screenshot with the marks: ${SCREENSHOT}`);
  await browser.close();
} else {
  console.log("\n   The browser stays open. Close it, or press Ctrl-C here, to end the demo.");
  await page.bringToFront();
  await new Promise((resolve) => {
    browser.once("disconnected", resolve);
    process.once("SIGINT", resolve);
  });
  await browser.close();
}
await demo.close();
