import type { Step } from "../protocol/messages.js";
import { isBefore, type PageNode } from "./native.js";

/** Compares two elements by where they stand in the page, for sorting. */
export function inPageOrder(a: PageNode, b: PageNode): number {
  if (a === b) return 0;
  return isBefore(a, b) ? -1 : 1;
}

/**
 * Index of the node before or after `from`, round at the ends; without `from`, of the first or the last one. `nodes` are
 * in the page's order, and `from` need not be one of them: what was to do there may be done. -1 when there are none.
 */
export function neighbour(nodes: PageNode[], from: PageNode | null, to: Step): number {
  if (to === "next") {
    const after = from === null ? 0 : nodes.findIndex((node) => inPageOrder(from, node) < 0);
    return Math.min(Math.max(after, 0), nodes.length - 1);
  }
  const before = from === null ? -1 : nodes.findLastIndex((node) => inPageOrder(node, from) < 0);
  return before < 0 ? nodes.length - 1 : before;
}
