// Generated pages, whose truth is known (tests/it/generated), as real browsers show them. `PREFLIGHT_CASES` says how many
// (docs/CONTRIBUTING.md). A failure names the case's seed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { startDemo } from "../../demo/server.mjs";
import { launch } from "../../tools/launch.mjs";
import { answerYes, reportHere, setPolicy } from "../../tools/spy.mjs";
import { TEST_EXTENSION } from "../../tools/test-extension.mjs";
import { BROWSERS } from "./matrix.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{ seed: number, case: string, url: string, html: string, allowed: Record<string, string[]> }} Case */

const FOLDER = "dist/generated";

/** So many pages a browser: what is kept of them fits into the browser's memory of a session. */
const AT_ONCE = 120;

/** @returns {Case[]} */
function generate() {
  const generator = ["test", "--quiet", "--test", "it", "--", "--ignored", "--exact", "generated::pages_for_browsers"];
  const env = { ...process.env, PREFLIGHT_OUT: FOLDER };
  execFileSync("cargo", generator, { env, stdio: ["ignore", "ignore", "inherit"] });
  return readFileSync(`${FOLDER}/cases.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Each case has a tenant of its own, so that no page counts for another. @param {Case} generated */
const hostOf = ({ seed }) => `g${seed}.halopsa.com`;

/**
 * The outcomes of a page that are not allowed.
 * @param {Page} page
 * @param {Case} generated
 */
async function failuresOn(page, generated) {
  await reportHere(page);
  // Nothing ties a ticket type to an integration until somebody says so.
  await answerYes(page);
  const report = await reportHere(page);
  if (report === null) return [`${generated.case}: no report`];
  const isWrong = (/** @type {{ id: string, outcome: string }} */ { id, outcome }) =>
    generated.allowed[id]?.includes(outcome) === false;
  return report.findings
    .filter(isWrong)
    .map(
      ({ id, outcome, field, found, reason }) =>
        `${generated.case}: ${field} is ${outcome} (${reason}), found ${found}; may be ${generated.allowed[id]}`,
    );
}

/**
 * The outcomes of all these pages that are not allowed.
 * @param {import("../../tools/browsers.mjs").BrowserName} name
 * @param {Case[]} cases
 */
async function failuresIn(name, cases) {
  const pages = new Map(cases.map((one) => [hostOf(one), one.html]));
  const demo = await startDemo({
    pages: ({ hostname, pathname }) => (pathname.startsWith("/config") ? pages.get(hostname) : undefined),
  });
  const hosts = ["demo.halopsa.com", ...pages.keys()];
  const preferences = { "network.dns.localDomains": hosts.join(",") };
  const { browser } = await launch(name, { extension: TEST_EXTENSION, preferences });
  try {
    const page = await browser.newPage();
    await page.goto(`https://demo.halopsa.com:${demo.port}/tickets`);
    const tenants = [...pages.keys()].map((host) => `https://${host}:${demo.port}`);
    await setPolicy(page, {
      profiles: [readFileSync(`${FOLDER}/profile.json`, "utf8")],
      vendors: tenants.map((tenant) => ({ tenant, vendor: "northwind" })),
    });
    /** @type {string[]} */
    const failures = [];
    for (const one of cases) {
      const url = new URL(one.url);
      url.host = `${hostOf(one)}:${demo.port}`;
      await page.goto(url.href);
      failures.push(...(await failuresOn(page, one)));
    }
    return failures;
  } finally {
    await browser.close();
    await demo.close();
  }
}

/** @type {Case[]} */
let cases;

before(() => {
  cases = generate();
});

for (const name of BROWSERS) {
  test(`What is read is what is set · ${name}`, async () => {
    const failures = [];
    for (let at = 0; at < cases.length; at += AT_ONCE)
      failures.push(...(await failuresIn(name, cases.slice(at, at + AT_ONCE))));
    assert.deepEqual(failures, []);
  });
}
