// Boxes that a page hides, and draws itself; and boxes that it only hides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { press } from "../../tools/halo.mjs";
import { freeze, restore } from "./frozen.mjs";
import { openScopes } from "./half-done.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

const GRANTED = "read:tickets";
const PIXEL = "position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0 0 0 0)";
const CLEAR = "opacity:0;position:absolute";

/** As the libraries do it, with the rules that matter of their style sheets. */
const DRAWN = {
  "Semantic UI": `<style>
      .ui.checkbox{position:relative} .ui.checkbox input{position:absolute;opacity:0;width:17px;height:17px}
      .ui.checkbox label{padding-left:26px}
      .ui.checkbox label:before{position:absolute;left:0;width:17px;height:17px;content:"";border:1px solid #d4d4d5}
    </style><div class="ui checkbox"><input type="checkbox" checked id="b"><label for="b">${GRANTED}</label></div>`,
  "react-toggle": `<label for="b">${GRANTED}</label><div class="react-toggle" style="display:inline-block;position:relative">
      <div class="react-toggle-track" style="width:50px;height:24px;background:#19ab27;border-radius:30px"></div>
      <input type="checkbox" checked id="b" style="${PIXEL}"></div>`,
  "a slider around the box": `<label for="b">${GRANTED}</label><label class="switch" style="position:relative;display:inline-block;width:60px;height:34px">
      <input type="checkbox" checked id="b" style="opacity:0;width:0;height:0">
      <span style="position:absolute;inset:0;background:#2196f3"></span></label>`,
  "Material UI": `<label for="b">${GRANTED}</label><span style="display:inline-flex;position:relative">
      <input type="checkbox" checked id="b" style="${CLEAR};inset:0;width:100%">
      <svg width="20" height="20"><path d="M0 0h20v20H0z"></path></svg></span>`,
  Bootstrap: `<style>.custom:before{content:"";display:inline-block;width:16px;height:16px;background:#007bff}</style>
      <input type="checkbox" checked id="b" style="${CLEAR};z-index:-1"><label class="custom" for="b">${GRANTED}</label>`,
};

/** Nothing that looks like a box is to be seen. */
const HIDDEN = {
  "a label alone": `<label for="b">${GRANTED}</label><input type="checkbox" checked id="b" style="${CLEAR}">`,
  "a label with a star": `<style>.star:after{content:"*"}</style><label class="star" for="b">${GRANTED}</label>
      <input type="checkbox" checked id="b" style="${PIXEL}">`,
  "a drawn box that is hidden too": `<label for="b">${GRANTED}</label><div style="position:relative;opacity:0">
      <div style="width:50px;height:24px;background:#19ab27"></div>
      <input type="checkbox" checked id="b" style="${PIXEL}"></div>`,
  "a cell with a background": `<label for="b">${GRANTED}</label><div style="width:300px;height:30px;background:#eee">
      <input type="checkbox" checked id="b" style="${CLEAR}"></div>`,
  "a box off the page": `<label for="b">${GRANTED}</label>
      <input type="checkbox" checked id="b" style="position:absolute;left:-9999px">`,
};

inBothBrowsers(
  "A box that the page hides",
  (stage) => {
    const open = async () => {
      const page = await openScopes(stage);
      await press(page, "Edit");
      await assertMark(page, GRANTED, "met");
      return { page, markup: await freeze(page) };
    };

    /** @param {import("puppeteer-core").Page} page @param {string} markup */
    const fill = (page, markup) =>
      page.evaluate(
        (label, markup) => {
          const own = [...document.querySelectorAll("label")].find(({ textContent }) => textContent === label);
          const row = own?.closest(".row");
          if (row) row.innerHTML = markup;
        },
        GRANTED,
        markup,
      );

    test("counts where the page draws one, and carries the mark there", async () => {
      const { page, markup } = await open();
      for (const [name, drawn] of Object.entries(DRAWN)) {
        await restore(page, markup);
        await fill(page, `<label>${GRANTED}</label>`);
        await assertMark(page, GRANTED, null);
        await fill(page, drawn);
        await assertMark(page, GRANTED, "met").catch((error) => assert.fail(`${name}: ${error.message}`));
        const frame = await page.$eval("input[data-preflight=met]#b", (box) => {
          const marked = box.closest(".row")?.querySelector("[data-preflight-frame]");
          return marked && marked !== box ? marked.getBoundingClientRect().width : 0;
        });
        assert.ok(frame > 4, `${name}: the mark is where something can be seen`);
      }
    });

    test("does not count where nothing is drawn", async () => {
      const { page, markup } = await open();
      for (const [name, hidden] of Object.entries(HIDDEN)) {
        await restore(page, markup);
        await assertMark(page, GRANTED, "met");
        await fill(page, hidden);
        await assertMark(page, GRANTED, null).catch((error) => assert.fail(`${name}: ${error.message}`));
      }
    });
  },
  { csp: [false] },
);
