// A page of the demo tenant that a test may change as it likes: its markup stays, React is gone.

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Replaces everything on the page by its own markup, without marks.
 * @param {Page} page
 * @returns {Promise<string>} the markup, for `thaw`
 */
export function freeze(page) {
  return page.evaluate(() => {
    const copy = /** @type {Element} */ (document.body.cloneNode(true));
    for (const element of copy.querySelectorAll("*")) {
      for (const name of element.getAttributeNames())
        if (name.startsWith("data-preflight")) element.removeAttribute(name);
    }
    document.body.innerHTML = copy.innerHTML;
    return copy.innerHTML;
  });
}

/**
 * Brings the frozen page back as it was.
 * @param {Page} page @param {string} markup
 */
export async function restore(page, markup) {
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, markup);
}

/**
 * Puts other markup in the place of a field's value.
 * @param {Page} page @param {string} label @param {string} inside
 */
export async function fill(page, label, inside) {
  await page.evaluate(
    (label, inside) => {
      const labels = [...document.querySelectorAll(".row label")].filter(({ textContent }) => textContent === label);
      const value = labels.at(-1)?.closest(".row")?.querySelector(".read-value");
      if (!value) throw new Error(`There is no value of ${label}.`);
      value.removeAttribute("title");
      value.innerHTML = inside;
    },
    label,
    inside,
  );
}

/**
 * @typedef {object} Way how something is hidden
 * @property {string} name
 * @property {string} [row] style of the row
 * @property {string} [value] style of the value
 * @property {[string, string]} [attribute] attribute of the row
 * @property {string} [wrap] markup around the row, which takes the place of `<slot>`
 */

/**
 * Hides a row, or a copy of it that stands before it and says something else.
 * @param {Page} page
 * @param {string} label
 * @param {Way} way
 * @param {string | null} copied what the copy says; null hides the row itself
 */
export async function hide(page, label, way, copied) {
  await page.evaluate(
    (label, { row: rowStyle, value: valueStyle, attribute, wrap }, copied) => {
      const labels = [...document.querySelectorAll(".row label")].filter(({ textContent }) => textContent === label);
      const own = /** @type {HTMLElement} */ (labels.at(-1)?.closest(".row"));
      const row = copied === null ? own : labels.length > 1 ? labels[0]?.closest(".row") : own.cloneNode(true);
      if (!(row instanceof HTMLElement)) throw new Error(`There is no row ${label}.`);
      if (copied !== null && labels.length === 1) {
        for (const element of [row, ...row.querySelectorAll("*")]) {
          for (const name of element.getAttributeNames()) {
            if (name.startsWith("data-preflight")) element.removeAttribute(name);
          }
        }
        own.before(row);
      }
      const value = /** @type {HTMLElement} */ (row.querySelector(".read-value"));
      if (copied !== null) {
        value.textContent = copied;
        value.title = copied;
      }
      if (rowStyle) row.style.cssText = rowStyle;
      if (valueStyle) value.style.cssText = valueStyle;
      if (attribute) row.setAttribute(...attribute);
      if (!wrap) return;
      const around = document.createElement("div");
      around.innerHTML = wrap;
      row.before(around);
      around.querySelector("slot")?.replaceWith(row);
    },
    label,
    way,
    copied,
  );
}
