import assert from "node:assert/strict";
import { test } from "node:test";
import { isMaskedAway, type Mask } from "./mask.js";

const BOX = { left: 100, top: 100, right: 200, bottom: 120 };
const BLACK = "linear-gradient(rgb(0, 0, 0), rgb(0, 0, 0))";
const CLEAR = "rgba(0, 0, 0, 0)";

/** A computed mask that differs from the initial one in this. */
const mask = (own: Partial<Mask>): Mask => ({
  maskImage: BLACK,
  maskSize: "auto",
  maskPosition: "0% 0%",
  maskRepeat: "repeat",
  maskComposite: "add",
  maskMode: "match-source",
  ...own,
});

test("a mask that lets nothing through, or that may", () => {
  const away: Record<string, Partial<Mask>> = {
    clear: { maskImage: `linear-gradient(${CLEAR}, ${CLEAR})` },
    "opaque at its very end": { maskImage: `linear-gradient(${CLEAR} 100%, rgb(0, 0, 0) 100%)` },
    "opaque for a hair": { maskImage: `linear-gradient(to right, rgb(0, 0, 0) 1px, ${CLEAR} 2px)` },
    "a picture": { maskImage: 'url("nothing.svg")' },
    "without size": { maskSize: "0px 0px" },
    "a pixel in size": { maskSize: "1px 1px", maskRepeat: "no-repeat" },
    elsewhere: { maskSize: "10px 10px", maskPosition: "-999px 0px", maskRepeat: "no-repeat" },
    "a line of tiles above": { maskSize: "10px 10px", maskPosition: "0px -50px", maskRepeat: "repeat-x" },
    "layers that undo each other": { maskImage: `${BLACK}, ${BLACK}`, maskComposite: "exclude, add" },
    "black by luminance": { maskMode: "luminance" },
    "what both of two leave": {
      maskImage: `${BLACK}, linear-gradient(${CLEAR}, ${CLEAR})`,
      maskComposite: "intersect, add",
    },
  };
  for (const [name, own] of Object.entries(away)) assert.ok(isMaskedAway(mask(own), BOX), name);
});

test("a mask that leaves something to read", () => {
  const left: Record<string, Partial<Mask>> = {
    opaque: {},
    "faded at its end": { maskImage: `linear-gradient(rgb(0, 0, 0) 90%, ${CLEAR})` },
    "faded at both ends": {
      maskImage: `linear-gradient(to right, ${CLEAR}, rgb(0, 0, 0) 20px, rgb(0, 0, 0) calc(100% - 20px), ${CLEAR})`,
    },
    "faded from end to end": { maskImage: `linear-gradient(rgb(0, 0, 0), ${CLEAR})` },
    "of its own size": { maskSize: "100px 20px", maskRepeat: "no-repeat" },
    "small tiles": { maskSize: "4px 4px" },
    "moved a little": { maskPosition: "4px 2px", maskRepeat: "no-repeat" },
    "white by luminance": {
      maskImage: "linear-gradient(rgb(255, 255, 255), rgb(255, 255, 255))",
      maskMode: "luminance",
    },
    "the second of two layers": { maskImage: `linear-gradient(${CLEAR}, ${CLEAR}), ${BLACK}` },
  };
  for (const [name, own] of Object.entries(left)) assert.ok(!isMaskedAway(mask(own), BOX), name);
});
