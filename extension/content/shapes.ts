/** A rectangle in CSS pixels of the window. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Nothing is in it. */
export const NOWHERE: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

/** Nothing is outside of it. */
export const EVERYWHERE: Rect = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** Fainter than this, nobody reads it. */
export const FAINT = 0.1;

/** Brighter than this, every colour but black is white. */
const GLARING = 10;

/** A visually hidden element is a pixel in size; the smallest letter has more than this. */
const LEAST_WIDTH = 2;
const LEAST_HEIGHT = 4;

export function overlap(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Whether there is enough of it for a person to see. */
export function isLargeEnough({ left, top, right, bottom }: Rect): boolean {
  return right - left >= LEAST_WIDTH && bottom - top >= LEAST_HEIGHT;
}

/** How much a computed colour covers: 1 where it says nothing else. */
export function opacityOf(colour: string): number {
  if (colour === "transparent" || colour === "rgba(0, 0, 0, 0)") return 0;
  if (colour.startsWith("rgb(") && !colour.includes("/")) return 1;
  const slashed = /\/\s*([\d.]+)(%?)\s*\)$/.exec(colour);
  const alpha = slashed ?? /^rgba\(.*,\s*([\d.]+)(%?)\s*\)$/.exec(colour);
  return alpha ? Number(alpha[1]) / (alpha[2] ? 100 : 1) : 1;
}

/** How much of what it draws a computed `filter` leaves: 0 where nothing can be told apart any more. */
export function leftByFilter(filter: string): number {
  if (filter === "none") return 1;
  let left = 1;
  for (const [, name, amount, unit] of filter.matchAll(/(opacity|contrast|brightness|blur)\(([\d.]+)(%|px)?\)/g)) {
    const value = Number(amount) / (unit === "%" ? 100 : 1);
    if (name === "opacity") left *= value;
    else if (name === "blur" ? value >= 8 : value < FAINT || (name === "brightness" && value >= GLARING)) left = 0;
  }
  return left;
}

/**
 * The part of a box that a computed `clip-path` leaves; nowhere for a shape that is not understood, because whoever cuts a
 * field into such a shape may as well hide it.
 */
export function leftByPath(path: string, box: Rect): Rect {
  if (path === "none" || path === "" || /^[a-z]+-box$/.test(path)) return box;
  const [, shape, inner] = /^(inset|circle|ellipse|polygon)\((.*)\)/.exec(path) ?? [];
  if (shape === undefined || inner === undefined) return NOWHERE;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (shape === "inset") return inset(inner, box, width, height);
  if (shape === "polygon") return overlap(box, spanOf(inner, box, width, height));
  return overlap(box, roundedBy(inner, box, shape === "circle"));
}

/** The box around a circle or an ellipse. */
function roundedBy(inner: string, box: Rect, isCircle: boolean): Rect {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const [sizes = "", at = "50% 50%"] = inner.split(/\s*\bat\s+/);
  const [across = "50%", down = "50%"] = at.trim().split(SPACES);
  const x = pixels(across, width);
  const y = pixels(down, height);
  const [rx = "", ry = rx] = sizes.trim().split(SPACES);
  // A circle's radius is a part of both sides.
  const both = Math.hypot(width, height) / Math.SQRT2;
  const horizontal = radius(rx, x, width, isCircle ? both : width);
  const vertical = radius(ry, y, height, isCircle ? both : height);
  return {
    left: box.left + x - horizontal,
    top: box.top + y - vertical,
    right: box.left + x + horizontal,
    bottom: box.top + y + vertical,
  };
}

/** A radius in pixels: a part of `whole`, or the distance to one of the sides, `at` from the first. */
function radius(size: string, at: number, side: number, whole: number): number {
  const sides = [Math.abs(at), Math.abs(side - at)];
  if (size === "farthest-side") return Math.max(...sides);
  return size === "" || size === "closest-side" ? Math.min(...sides) : pixels(size, whole);
}

function inset(inner: string, box: Rect, width: number, height: number): Rect {
  const [top = "0", right = top, bottom = top, left = right] = (inner.split(" round ")[0] ?? "").trim().split(SPACES);
  return {
    left: box.left + pixels(left, width),
    top: box.top + pixels(top, height),
    right: box.right - pixels(right, width),
    bottom: box.bottom - pixels(bottom, height),
  };
}

/** The box around a polygon's corners; nowhere for a polygon that is only a line. */
function spanOf(inner: string, box: Rect, width: number, height: number): Rect {
  const corners = inner
    .replace(/^(nonzero|evenodd),/, "")
    .split(",")
    .map((corner) => corner.trim().split(SPACES));
  const xs = corners.map(([x = "0"]) => box.left + pixels(x, width));
  const ys = corners.map(([, y = "0"]) => box.top + pixels(y, height));
  if (areaOf(xs, ys) < LEAST_WIDTH * LEAST_HEIGHT) return NOWHERE;
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function areaOf(xs: number[], ys: number[]): number {
  const twice = xs.reduce((sum, x, at) => {
    const next = (at + 1) % xs.length;
    return sum + x * (ys[next] ?? 0) - (xs[next] ?? 0) * (ys[at] ?? 0);
  }, 0);
  return Math.abs(twice) / 2;
}

/** The part of a box that a computed `clip` leaves. */
export function leftByClip(clip: string, box: Rect): Rect {
  const [, inner] = /^rect\((.*)\)$/.exec(clip) ?? [];
  if (inner === undefined) return box;
  const [top = "auto", right = "auto", bottom = "auto", left = "auto"] = inner.split(/[\s,]+/);
  const edge = (text: string, from: number, otherwise: number) =>
    text === "auto" ? otherwise : from + Number.parseFloat(text);
  return overlap(box, {
    left: edge(left, box.left, box.left),
    top: edge(top, box.top, box.top),
    right: edge(right, box.left, box.right),
    bottom: edge(bottom, box.top, box.bottom),
  });
}

/** Spaces between lengths; those in a `calc(…)` belong to it. */
const SPACES = /\s+(?![^(]*\))/;

/** A length, a percentage or the sum of both in pixels; what is none of these as the whole. */
export function pixels(length: string, whole: number): number {
  const terms = [...length.matchAll(/(-\s*)?(-?[\d.]+(?:e-?\d+)?)(%|px)?/g)];
  if (terms.length === 0) return whole;
  return terms.reduce((sum, [, minus, amount, unit]) => {
    const value = unit === "%" ? (Number(amount) * whole) / 100 : Number(amount);
    return sum + (minus ? -value : value);
  }, 0);
}
