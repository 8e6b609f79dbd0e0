import { FAINT, isLargeEnough, opacityOf, overlap, pixels, type Rect } from "./shapes.js";

/** The computed properties of a mask, a value for each of its layers. */
export type Mask = Pick<
  CSSStyleDeclaration,
  "maskImage" | "maskSize" | "maskPosition" | "maskRepeat" | "maskComposite" | "maskMode"
>;

/** Part of a gradient that has to be opaque for somebody to read what is under it. */
const LEAST_SHARE = 0.2;

const COLOUR = /(?:rgba?|color|oklch|oklab|lab|lch|hsla?|hwb)\([^)]*\)|transparent/;

/** Whether a mask may hide the box that it lies over: a picture may, and a gradient that is opaque nearly nowhere. */
export function isMaskedAway(mask: Mask, box: Rect): boolean {
  const layers = split(mask.maskImage);
  const composites = split(mask.maskComposite).slice(0, layers.length - 1);
  if (composites.some((composite) => composite !== "add" && composite !== "intersect")) return true;
  const left = layers.map((image, at) => isLeft(image, at, mask, box));
  return composites.includes("intersect") ? left.includes(false) : !left.includes(true);
}

/** Whether one layer leaves something. */
function isLeft(image: string, at: number, mask: Mask, box: Rect): boolean {
  const layerOf = (values: string) => {
    const all = split(values);
    return all[at % all.length] ?? "";
  };
  const tile = tileOf(layerOf(mask.maskSize), layerOf(mask.maskPosition), layerOf(mask.maskRepeat), box);
  if (!isLargeEnough(overlap(tile, box))) return false;
  const length = Math.max(tile.right - tile.left, tile.bottom - tile.top);
  return shareOf(image, layerOf(mask.maskMode) === "luminance", length) >= LEAST_SHARE;
}

/** Where a layer lies: one tile of it, or the whole box where tiles repeat. */
function tileOf(size: string, position: string, repeat: string, box: Rect): Rect {
  const [across = "auto", down = "auto"] = size.split(/\s+/);
  const [x = "0%", y = "0%"] = position.split(/\s+(?![^(]*\))/);
  const [repeatX = "repeat", repeatY = repeatX] = repeat.split(/\s+/);
  const span = (start: number, whole: number, length: string, at: string, repeats: boolean): [number, number] => {
    const own = /\d/.test(length) ? pixels(length, whole) : whole;
    if (repeats && own > 0) return [start, start + whole];
    const from = start + pixels(at, whole - own);
    return [from, from + own];
  };
  const [left, right] = span(
    box.left,
    box.right - box.left,
    across,
    x,
    repeatX !== "no-repeat" && repeatX !== "repeat-y",
  );
  const [top, bottom] = span(box.top, box.bottom - box.top, down, y, repeatY !== "no-repeat" && repeatX !== "repeat-x");
  return { left, top, right, bottom };
}

/** Which part of a gradient of this length lets something through; nothing of a picture, whose content is not known. */
function shareOf(image: string, byLuminance: boolean, length: number): number {
  const [, inner] = /^(?:repeating-)?(?:linear|radial|conic)-gradient\((.*)\)$/s.exec(image) ?? [];
  if (inner === undefined || length <= 0) return 0;
  const stops = split(inner).flatMap((stop) => stopsIn(stop, byLuminance, length));
  const [first] = stops;
  if (!first) return 1;
  let share = first.alpha >= FAINT ? clamp(first.at ?? 0) : 0;
  const placed = placeAll(stops);
  for (const [index, { at, alpha }] of placed.entries()) {
    const next = placed[index + 1] ?? { at: 1, alpha };
    const span = Math.max(0, clamp(next.at) - clamp(at));
    share += Math.max(alpha, next.alpha) < FAINT ? 0 : span * part(alpha, next.alpha);
  }
  return share;
}

interface Stop {
  alpha: number;
  at: number | null;
}

/** The stops that one part of a gradient's text stands for: two positions are two stops; a direction is none. */
function stopsIn(text: string, byLuminance: boolean, length: number): Stop[] {
  const [colour] = COLOUR.exec(text) ?? [];
  if (colour === undefined) return [];
  const alpha = opacityOf(colour) * (byLuminance ? luminanceOf(colour) : 1);
  const positions = text
    .replace(colour, "")
    .trim()
    .split(/\s+(?![^(]*\))/)
    .filter(Boolean);
  if (positions.length === 0) return [{ alpha, at: null }];
  return positions.map((position) => ({ alpha, at: pixels(position, length) / length }));
}

/** Stops without a position lie evenly between those with one; none lies before the one that it follows. */
function placeAll(stops: Stop[]): { alpha: number; at: number }[] {
  const last = stops.length - 1;
  let from = 0;
  return stops.map(({ alpha, at }, index) => {
    const place = at ?? (last === 0 ? 0 : index / last);
    from = Math.max(from, place);
    return { alpha, at: from };
  });
}

/** Which part of the way between two stops is not faint. */
function part(from: number, to: number): number {
  const [least, most] = [Math.min(from, to), Math.max(from, to)];
  return least >= FAINT ? 1 : (most - FAINT) / (most - least);
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return colour.startsWith("rgb") ? Math.max(red ?? 0, green ?? 0, blue ?? 0) / 255 : 1;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Splits at the commas that are in no brackets. */
function split(text: string): string[] {
  return text.split(/,\s*(?![^()]*(?:\([^()]*\)[^()]*)*\))/);
}
