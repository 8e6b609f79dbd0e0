/** A rectangle in CSS pixels of the window. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Nothing is in it. */
export const NOWHERE: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

/** Fainter than this, nobody reads it. */
export const FAINT = 0.1;

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
  if (colour === "transparent") return 0;
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
    else if (name === "blur" ? value >= 8 : value < FAINT) left = 0;
  }
  return left;
}

/** Whether a computed `mask-image` may hide what it lies over: gradients with an opaque stop leave something. */
export function isMaskedAway(image: string, size: string): boolean {
  if (image === "none" || image === "") return false;
  if (/(^|[\s,])0(px|%)?([\s,]|$)/.test(size)) return true;
  const isGradient = !image.includes("url(") && image.includes("gradient(");
  const colours = image.match(/(?:rgba?|color|oklch|oklab|lab|lch|hsla?|hwb)\([^)]*\)|transparent/g) ?? [];
  return !isGradient || (colours.length > 0 && colours.every((colour) => opacityOf(colour) < FAINT));
}

/**
 * The part of a box that a computed `clip-path` leaves; nowhere for a shape that is not understood, because whoever cuts a
 * field into such a shape may as well hide it.
 */
export function leftByPath(path: string, box: Rect): Rect {
  if (path === "none" || path === "" || /^[a-z]+-box$/.test(path)) return box;
  const [, shape, inner] = /^(inset|circle|ellipse|polygon)\((.*?)\)/.exec(path) ?? [];
  if (shape === undefined || inner === undefined) return NOWHERE;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (shape === "inset") return inset(inner, box, width, height);
  if (shape === "polygon") return overlap(box, spanOf(inner, box, width, height));
  // Where a circle or an ellipse lies hardly matters; how large it is does.
  const radii = (inner.split(" at ")[0] ?? "").trim().split(/\s+/).filter(Boolean);
  const isEmpty = radii.some((radius) => pixels(radius, Math.min(width, height)) < LEAST_WIDTH);
  return isEmpty ? NOWHERE : box;
}

function inset(inner: string, box: Rect, width: number, height: number): Rect {
  const [top = "0", right = top, bottom = top, left = right] = (inner.split(" round ")[0] ?? "").trim().split(/\s+/);
  return {
    left: box.left + pixels(left, width),
    top: box.top + pixels(top, height),
    right: box.right - pixels(right, width),
    bottom: box.bottom - pixels(bottom, height),
  };
}

/** The box around a polygon's corners. */
function spanOf(inner: string, box: Rect, width: number, height: number): Rect {
  const corners = inner
    .replace(/^(nonzero|evenodd),/, "")
    .split(",")
    .map((corner) => corner.trim().split(/\s+/));
  const xs = corners.map(([x = "0"]) => box.left + pixels(x, width));
  const ys = corners.map(([, y = "0"]) => box.top + pixels(y, height));
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
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

/** A length or a percentage in pixels; what is neither (`calc(…)`, `closest-side`) as the whole. */
function pixels(length: string, whole: number): number {
  const value = Number.parseFloat(length);
  if (Number.isNaN(value)) return whole;
  return length.endsWith("%") ? (value * whole) / 100 : value;
}
