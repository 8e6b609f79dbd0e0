/** Flatter than this, as a part of what it would be from the front, nobody reads it. */
const FLAT = 0.05;

const AXES: Record<string, string> = { x: "1, 0, 0", y: "0, 1, 0", z: "0, 0, 1" };

/** How an element is turned: by its own properties, and by `outer` where both are in one space. Null where it is not. */
export function turnOf({ rotate, transform }: CSSStyleDeclaration, outer: DOMMatrix | null): DOMMatrix | null {
  if (transform === "none" && rotate === "none") return outer;
  const own = new DOMMatrix(rotation(rotate));
  if (transform !== "none") own.multiplySelf(new DOMMatrix(transform));
  return outer ? outer.multiply(own) : own;
}

function rotation(rotate: string): string {
  if (rotate === "none") return "";
  const parts = rotate.split(/\s+/);
  const angle = parts.pop() ?? "0deg";
  return `rotate3d(${AXES[parts[0] ?? "z"] ?? parts.join(", ")}, ${angle})`;
}

/** Whether nothing of its front can be seen: it is edge-on, or sheared to a line. */
export function isEdgeOn({ m11, m12, m21, m22 }: DOMMatrix): boolean {
  const area = Math.abs(m11 * m22 - m12 * m21);
  return area <= FLAT * Math.hypot(m11, m12) * Math.hypot(m21, m22);
}
