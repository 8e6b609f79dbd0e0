import assert from "node:assert/strict";
import { test } from "node:test";
import { isLargeEnough, leftByClip, leftByFilter, leftByPath, opacityOf, overlap } from "./shapes.js";

const BOX = { left: 100, top: 100, right: 200, bottom: 120 };

test("how much a colour covers", () => {
  for (const colour of ["rgba(0, 0, 0, 0)", "transparent", "color(srgb 0 0 0 / 0)", "oklch(0.5 0.1 20 / 0%)"]) {
    assert.equal(opacityOf(colour), 0, colour);
  }
  for (const colour of ["rgb(0, 0, 0)", "color(srgb 0 0 0)", "rgba(1, 2, 3, 1)"]) assert.equal(opacityOf(colour), 1);
  assert.equal(opacityOf("rgba(0, 0, 0, 0.5)"), 0.5);
  assert.equal(opacityOf("oklch(0.5 0.1 20 / 50%)"), 0.5);
});

test("what a filter leaves", () => {
  for (const filter of [
    "opacity(0)",
    "blur(20px)",
    "contrast(0)",
    "grayscale(1) opacity(0%)",
    "brightness(0)",
    "brightness(1000)",
  ]) {
    assert.equal(leftByFilter(filter), 0, filter);
  }
  for (const filter of ["none", "grayscale(1)", "invert(1) hue-rotate(180deg)", 'url("#dark")', "brightness(0.9)"]) {
    assert.equal(leftByFilter(filter), 1, filter);
  }
});

test("what a clip-path and a clip leave of a box", () => {
  const isSeen = (path: string) => isLargeEnough(overlap(BOX, leftByPath(path, BOX)));
  const hidden = [
    "inset(50%)",
    "inset(0px 0px 100%)",
    "circle(0px at 50% 50%)",
    "circle(0%)",
    "circle(10px at -999px 10px)",
    "ellipse(50% 0%)",
    "ellipse(10px 10px at 0px -90px)",
    "inset(calc(50% + 1px))",
    "polygon(0px 0px, 100% 100%, 0px 0px)",
    "polygon(0px 0px, 0px 0px, 0px 0px)",
    "polygon(-50px -50px, -10px -50px, -10px -10px)",
    'path("M 0 0")',
    'url("#nothing")',
  ];
  for (const path of hidden) assert.ok(!isSeen(path), path);
  for (const path of [
    "none",
    "inset(0px round 4px)",
    "circle(50%)",
    "circle(at 50% 50%)",
    "circle(farthest-side at 0% 0%)",
    "circle(calc(100% - 20px) at 0% 50%)",
    "ellipse(100% 100% at 50% 50%)",
    "border-box",
    "polygon(0% 0%, 100% 0%, 100% 100%)",
  ]) {
    assert.ok(isSeen(path), path);
  }
  const isLeft = (clip: string) => isLargeEnough(leftByClip(clip, BOX));
  for (const clip of ["rect(0px, 0px, 0px, 0px)", "rect(1px 1px 1px 1px)"]) assert.ok(!isLeft(clip), clip);
  for (const clip of ["auto", "rect(auto, auto, auto, auto)", "rect(0px, 100px, 20px, 0px)"])
    assert.ok(isLeft(clip), clip);
});
