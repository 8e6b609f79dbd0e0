import type { Outcome } from "../../../dist/wasm/preflight.js";
import { LOOKS } from "../../domain/outcomes.js";

/** The icon of an outcome; decoration, the word stands beside it. */
export function Icon({ outcome }: { outcome: Outcome }) {
  return (
    <svg class={`icon ${outcome}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={LOOKS[outcome].icon} />
    </svg>
  );
}
