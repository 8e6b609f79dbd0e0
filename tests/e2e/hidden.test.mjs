// What a person cannot see counts for nothing, in whichever way it is hidden; what only has to be scrolled to counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, freeze, hide, restore } from "./frozen.mjs";
import { openScopes } from "./half-done.mjs";
import { assertMark } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

/** Granted in the half-done tenant. */
const GRANTED = "read:tickets";
/** Not granted there. */
const LACKING = "all:teams";

const CORNERS = "polygon(0 0, 0 0, 0 0)";
const FILM = "linear-gradient(transparent, transparent)";

const NO_INK = `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><filter id="f"><feFlood flood-opacity="0"/></filter></svg>`;
const FIXED = "position: fixed; left: 100px; top: 100px; width: 500px; background: #fff";

/** @type {import("./frozen.mjs").Way[]} */
const HIDDEN = [
  { name: "no display", row: "display: none" },
  { name: "no visibility", row: "visibility: hidden" },
  { name: "opacity 0 of its own", value: "opacity: 0" },
  { name: "opacity 0 around it", row: "opacity: 0" },
  { name: "hardly any opacity", row: "opacity: 0.01" },
  { name: "little opacity twice", row: "opacity: 0.2", value: "opacity: 0.2" },
  { name: "left of the page", row: "position: absolute; left: -9999px" },
  { name: "above the page", row: "position: absolute; top: -9999px" },
  { name: "fixed below the window", row: "position: fixed; top: 9999px" },
  { name: "a margin that leads off the page", row: "margin-left: -9999px" },
  { name: "indented off the page", value: "text-indent: -9999px" },
  { name: "moved off the page", row: "transform: translateX(-9999px)" },
  { name: "moved by translate", row: "translate: 0 -9999px" },
  { name: "no size", row: "width: 0; height: 0; overflow: hidden" },
  { name: "a collapsed panel", row: "height: 0; min-height: 0; padding: 0; overflow: hidden" },
  { name: "a pixel in size", row: "position: absolute; width: 1px; height: 1px; overflow: hidden" },
  { name: "a scroll box without height", row: "height: 0; min-height: 0; padding: 0; overflow: auto" },
  { name: "no font", value: "font-size: 0" },
  { name: "transparent letters", value: "color: transparent" },
  { name: "letters without a filling", value: "-webkit-text-fill-color: transparent" },
  { name: "clip", row: "position: absolute; clip: rect(0, 0, 0, 0)" },
  { name: "clip-path: inset", row: "clip-path: inset(50%)" },
  { name: "clip-path: circle", row: "clip-path: circle(0)" },
  { name: "clip-path: polygon", row: `clip-path: ${CORNERS}` },
  { name: "outside of what clips it", row: "height: 40px; overflow: hidden", value: "position: relative; top: 200px" },
  { name: "outside of a scroll box", row: "height: 40px; overflow: auto", value: "position: relative; top: -200px" },
  { name: "scaled to nothing", row: "transform: scale(0)" },
  { name: "scaled to a line", row: "transform: scaleX(0)" },
  { name: "turned edge-on", row: "transform: rotateY(90deg)" },
  { name: "turned away", row: "transform: rotateY(180deg); backface-visibility: hidden" },
  { name: "clip-path: circle beside it", row: "clip-path: circle(10px at -9999px 0)" },
  { name: "clip-path: a line", row: "clip-path: polygon(0 0, 100% 100%, 0 0)" },
  {
    name: "placed freely out of what a path cuts off around it",
    wrap: '<div style="clip-path: inset(0 0 50% 0); height: 20px"><slot></slot></div>',
    row: "position: absolute; margin-top: 60px",
  },
  { name: "turned edge-on by a slanted axis", row: "transform: rotate3d(1, 1, 0, 90deg)" },
  { name: "turned edge-on by rotate", row: "rotate: 1 1 0 90deg" },
  { name: "flattened to a line", row: "transform: matrix(1, 1, 1, 1, 0, 0)" },
  { name: "turned away by rotate", row: "rotate: y 180deg; backface-visibility: hidden" },
  {
    name: "turned away with what is around it",
    wrap: '<div style="transform: rotateY(180deg); transform-style: preserve-3d"><slot></slot></div>',
    row: "backface-visibility: hidden",
  },
  {
    name: "behind the eye",
    wrap: '<div style="perspective: 10px"><slot></slot></div>',
    row: "transform: translateZ(20px)",
  },
  { name: "painted within nothing", wrap: '<div style="contain: paint; height: 0"><slot></slot></div>' },
  {
    name: "placed freely in a box that is its container by a filter",
    wrap: '<div style="filter: grayscale(1); height: 0; overflow: hidden"><slot></slot></div>',
    row: "position: absolute",
  },
  {
    name: "fixed in a box that is its container by translate",
    wrap: '<div style="translate: 1px; height: 0; overflow: hidden"><slot></slot></div>',
    row: "position: fixed; top: 100px; left: 100px",
  },
  { name: "filled by a background that is not there", value: "background-clip: text; color: transparent" },
  { name: "as white as its ground", value: "color: #fff; background: #fff" },
  { name: "hardly darker than its ground", row: "background: #fff", value: "color: #fafafa" },
  { name: "dots for letters", value: "-webkit-text-security: disc" },
  { name: "too bright", row: "filter: brightness(1000)" },
  { name: "masked but for a corner", row: "mask: linear-gradient(#000, #000) no-repeat 0 0 / 1px 1px" },
  { name: "filtered by a picture", row: `filter: url('${NO_INK}#f')` },
  {
    name: "under a neighbour",
    wrap: `<div style="position: relative"><slot></slot>
      <div style="position: absolute; inset: 0; background: #fff"></div></div>`,
  },
  {
    name: "under its container's background",
    wrap: '<div style="position: relative; z-index: 0"><div style="background: #fff"><slot></slot></div></div>',
    row: "position: relative; z-index: -1",
  },
  {
    name: "under a box that its row generates",
    wrap: `<style>.over { position: relative }
      .over::after { content: ""; position: absolute; inset: 0; background: #fff }</style>
      <div class="over"><slot></slot></div>`,
  },
  { name: "zoomed to nothing", row: "zoom: 0.01" },
  { name: "filtered to nothing", row: "filter: opacity(0)" },
  { name: "blurred", row: "filter: blur(40px)" },
  { name: "masked", row: `mask: ${FILM}; -webkit-mask: ${FILM}` },
  { name: "inert", attribute: ["inert", ""] },
  { name: "hidden until found", attribute: ["hidden", "until-found"] },
  { name: "content-visibility", row: "content-visibility: hidden" },
  { name: "content-visibility of its own", value: "content-visibility: hidden" },
  { name: "a closed details", wrap: "<details><summary>More</summary><slot></slot></details>" },
  { name: "a closed dialog", wrap: "<dialog><slot></slot></dialog>" },
  { name: "a panel slid out", wrap: '<div style="height:0;overflow:clip"><slot></slot></div>' },
];

/** @type {import("./frozen.mjs").Way[]} */
const VISIBLE = [
  { name: "pale", row: "opacity: 0.5" },
  { name: "far down the page", row: "margin-top: 4000px" },
  {
    name: "in a scroll box, scrolled away",
    wrap: '<div style="height:60px;overflow:auto"><p style="height:900px"></p><slot></slot></div>',
  },
  { name: "in a box that clips nothing of it", row: "overflow: hidden" },
  { name: "shortened", value: "width: 24px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap" },
  { name: "not rendered because it is off the window", row: "margin-top: 4000px; content-visibility: auto" },
  { name: "moved a little", row: "transform: translate(4px, 4px) scale(0.9)" },
  { name: "cut round", row: "clip-path: inset(0 round 4px)" },
  { name: "grey", row: "filter: grayscale(1)" },
  { name: "faded at its edge", row: "mask: linear-gradient(#000 90%, transparent)" },
  {
    name: "placed freely out of a box that clips",
    wrap: '<div style="position:relative"><div style="height:0;overflow:hidden"><slot></slot></div></div>',
    row: "position: absolute; left: 0; right: 0",
  },
  { name: "in a container without a box", wrap: '<div style="display: contents; opacity: 0"><slot></slot></div>' },
  { name: "cut by a large circle", row: "clip-path: circle(90%)" },
  {
    name: "turned twice",
    wrap: '<div style="transform: rotateY(180deg); transform-style: preserve-3d"><slot></slot></div>',
    row: "transform: rotateY(180deg); backface-visibility: hidden",
  },
  { name: "turned a little", row: "transform: perspective(500px) rotateY(30deg)" },
  { name: "painted within a pane", wrap: '<div style="contain: strict; height: 200px"><slot></slot></div>' },
  {
    name: "fixed out of a box that clips",
    wrap: '<div style="height: 0; overflow: hidden"><slot></slot></div>',
    row: FIXED,
  },
  { name: "white on black", row: "background: #000", value: "color: #fff" },
  {
    name: "white on a neighbour that is black",
    wrap: `<div style="position: relative; background: #fff">
      <div style="position: absolute; inset: 0; background: #000"></div>
      <div style="position: relative"><slot></slot></div></div>`,
    value: "color: #fff",
  },
  {
    name: "filled by its background",
    value: "background: linear-gradient(#123, #456); background-clip: text; color: transparent",
  },
  {
    name: "under glass",
    wrap: `<div style="position: relative"><slot></slot>
      <div style="position: absolute; inset: 0; background: #0001"></div></div>`,
  },
  {
    name: "under a header that stays while the page scrolls",
    wrap: `<div style="position: relative"><slot></slot>
      <div style="position: sticky; bottom: 0; height: 60px; margin-top: -60px; background: #fff"></div></div>`,
  },
  { name: "an open details", wrap: "<details open><summary>More</summary><slot></slot></details>" },
];

/**
 * Tries every way, and names those that failed.
 * @param {import("./frozen.mjs").Way[]} ways
 * @param {(way: import("./frozen.mjs").Way) => Promise<void>} attempt
 */
async function forEach(ways, attempt) {
  /** @type {Record<string, string>} */
  const failed = {};
  for (const way of ways) {
    await attempt(way).catch((error) => {
      failed[way.name] = String(error.message).split("\n")[0] ?? "";
    });
  }
  assert.deepEqual(failed, {});
}

inBothBrowsers(
  "What a person cannot see",
  (stage) => {
    const open = async () => {
      const page = await openScopes(stage);
      await assertMark(page, GRANTED, "met");
      return { page, markup: await freeze(page) };
    };

    test("is not there", async () => {
      const { page, markup } = await open();
      await forEach(HIDDEN, async (way) => {
        await restore(page, markup);
        await assertMark(page, GRANTED, "met");
        await hide(page, GRANTED, way, null);
        await assertMark(page, GRANTED, null);
      });
    });

    test("is no empty value", async () => {
      const { page, markup } = await open();
      // A summary can be seen, and is a text where the value stands.
      const ways = HIDDEN.filter(({ wrap }) => !wrap?.includes("<summary>"));
      await forEach(ways, async ({ row, value, wrap, attribute }) => {
        await restore(page, markup);
        await fill(page, GRANTED, "<span></span>");
        await assertMark(page, GRANTED, "missing");
        const text = `<div style="overflow: hidden; ${value ?? ""}">Yes</div>`;
        const inside = `<div style="${row ?? ""}" ${attribute?.join("=") ?? ""}>${text}</div>`;
        await fill(page, GRANTED, wrap?.replace("<slot></slot>", inside) ?? inside);
        await assertMark(page, GRANTED, null);
      });
    });

    test("does not count beside a row that can be seen", async () => {
      const { page, markup } = await open();
      await forEach(HIDDEN, async (way) => {
        await restore(page, markup);
        await hide(page, LACKING, { name: "a copy" }, "Yes");
        await assertMark(page, LACKING, "review");
        await hide(page, LACKING, way, "Yes");
        await assertMark(page, LACKING, "missing");
      });
    });

    test("is not there any more when only a rule or an animation hides it", async () => {
      const { page, markup } = await open();
      await page.evaluate((label) => {
        const own = [...document.querySelectorAll(".row label")].find(({ textContent }) => textContent === label);
        own?.closest(".row")?.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 50, fill: "forwards" });
      }, GRANTED);
      await assertMark(page, GRANTED, null);
      await restore(page, markup);
      await page.evaluate(() => {
        document.head.append(Object.assign(document.createElement("style"), { id: "late" }));
      });
      await assertMark(page, GRANTED, "met");
      await page.evaluate(() => {
        const { sheet } = /** @type {HTMLStyleElement} */ (document.querySelector("#late"));
        sheet?.insertRule(".read-value { opacity: 0 }");
      });
      await assertMark(page, GRANTED, null);
      await page.evaluate(() => {
        const { sheet } = /** @type {HTMLStyleElement} */ (document.querySelector("#late"));
        if (sheet) sheet.disabled = true;
      });
      await assertMark(page, GRANTED, "met");
    });

    test("is not what only has to be scrolled to", async () => {
      const { page, markup } = await open();
      await forEach(VISIBLE, async (way) => {
        await restore(page, markup);
        await hide(page, GRANTED, { name: "away", row: "display: none" }, null);
        await assertMark(page, GRANTED, null);
        await restore(page, markup);
        await hide(page, GRANTED, way, null);
        await assertMark(page, GRANTED, "met");
      });
    });
  },
  { csp: [false] },
);
