// What Preflight shows on a page.
import assert from "node:assert/strict";
import { settled } from "../../tools/spy.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {Record<string, string>} Marks label of the field, or title of the list → outcome */

/** How long a page may take to show what is expected; nothing waits this long unless it fails. */
const PATIENCE = 10_000;

/**
 * The outcome at each marked field, by the field's label.
 * @param {Page} page
 * @returns {Promise<Marks>}
 */
export const marks = (page) => waitForMarks(page, null);

/**
 * Waits until the page shows exactly these marks. No marks are proof of something only once the page was judged: that no
 * marks are there yet would pass at once.
 * @param {Page} page
 * @param {Marks} expected
 */
export async function assertMarks(page, expected) {
  if (Object.keys(expected).length === 0) await settled(page);
  assert.deepEqual(sorted(await waitForMarks(page, expected)), sorted(expected));
}

/**
 * Waits until the marks that were seen on a page are gone. The spy is not asked: it may not be in a page on which Preflight
 * was not permitted at first.
 * @param {Page} page
 */
export async function assertMarksGone(page) {
  assert.deepEqual(await waitForMarks(page, {}), {});
}

/**
 * Waits until this field has this outcome (null: no mark), whatever the others have.
 * @param {Page} page
 * @param {string} label
 * @param {string | null} outcome
 */
export async function assertMark(page, label, outcome) {
  const shown = await waitForMarks(page, { [label]: outcome }, true);
  assert.equal(shown[label] ?? null, outcome, `the mark of "${label}"`);
}

/** @param {Marks} marks */
function sorted(marks) {
  return Object.fromEntries(Object.entries(marks).sort());
}

/**
 * The marks as soon as they are the expected ones, else as they are when patience ends; null expects nothing. The page
 * is looked at whenever it changes: no polling, and no time of its own that could be too short on a slow machine.
 * @param {Page} page
 * @param {Record<string, string | null> | null} expected
 * @param {boolean} [partly] other fields may have any mark
 * @returns {Promise<Marks>}
 */
function waitForMarks(page, expected, partly = false) {
  return page.evaluate(
    (expected, partly, patience) => {
      /** @param {Element} element */
      const labelOf = (element) => {
        const label = element.closest(".row")?.querySelector("label");
        const group = element.closest(".details-group")?.querySelector(".title");
        return (label?.textContent ?? group?.textContent ?? element.tagName).replace(/\s*\*\s*$/, "").trim();
      };
      const read = () =>
        /** @type {Record<string, string>} */ (
          Object.fromEntries(
            Array.from(document.querySelectorAll("[data-preflight]"), (element) => [
              labelOf(element),
              element.getAttribute("data-preflight"),
            ]),
          )
        );
      /** @param {Record<string, string>} shown */
      const fits = (shown) =>
        expected === null ||
        (Object.entries(expected).every(([label, outcome]) => (shown[label] ?? null) === outcome) &&
          (partly || Object.keys(shown).length === Object.keys(expected).length));
      if (fits(read())) return read();
      return new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (fits(read())) end();
        });
        const end = () => {
          observer.disconnect();
          clearTimeout(timer);
          resolve(read());
        };
        const timer = setTimeout(end, patience);
        observer.observe(document, { subtree: true, childList: true, attributes: true });
      });
    },
    expected,
    partly,
    PATIENCE,
  );
}

/**
 * Waits until the page points at this field, and at no other.
 * @param {Page} page
 * @param {string} label
 */
export async function assertShown(page, label) {
  await page.waitForFunction(
    (label) => {
      const shown = [...document.querySelectorAll("[data-preflight-shown]")];
      return shown.length === 1 && shown[0]?.closest(".row")?.querySelector("label")?.textContent?.trim() === label;
    },
    { polling: "mutation" },
    label,
  );
}
