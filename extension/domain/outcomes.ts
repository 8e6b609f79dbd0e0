import type { Outcome } from "../../dist/wasm/preflight.js";

/** Light and dark theme of the page or the panel. */
export type Theme = "light" | "dark";

interface Look {
  /** Strokes of a 16 × 16 icon. */
  icon: string;
  /** Text, at least 4.5 : 1 on the paper. */
  ink: Record<Theme, string>;
  /** Background. */
  paper: Record<Theme, string>;
  /** Borders and outlines, at least 3 : 1 on Halo's panels. */
  line: Record<Theme, string>;
}

const QUIET = {
  ink: { light: "#52525b", dark: "#c4c4cc" },
  paper: { light: "#f4f4f5", dark: "#3a3a3f" },
  line: { light: "#71717a", dark: "#a1a1aa" },
};

/** One look for marks and panel, worst first. */
export const LOOKS: Record<Outcome, Look> = {
  missing: {
    icon: "M4.5 4.5l7 7M11.5 4.5l-7 7",
    ink: { light: "#a3201a", dark: "#ffb3ad" },
    paper: { light: "#fdf0ef", dark: "#4d2523" },
    line: { light: "#d0342b", dark: "#f97066" },
  },
  wrong: {
    icon: "M3.5 6h9M3.5 10h9M10.5 3l-5 10",
    ink: { light: "#85400a", dark: "#fdce74" },
    paper: { light: "#fef6e7", dark: "#46351a" },
    line: { light: "#b9650a", dark: "#f5a524" },
  },
  excess: {
    icon: "M8 3.5l5 9H3z",
    ink: { light: "#5f37b3", dark: "#cdc0ff" },
    paper: { light: "#f5f2ff", dark: "#383055" },
    line: { light: "#7a52d6", dark: "#a08bfa" },
  },
  review: {
    icon: "M5.8 6a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2.9-1.2 1.8M8 12.6v.01",
    ink: { light: "#1553b5", dark: "#9ccbff" },
    paper: { light: "#eef5ff", dark: "#20364f" },
    line: { light: "#2673d8", dark: "#5aaaf8" },
  },
  "not-seen": {
    icon: "M8 3.5v.01M11.2 4.8v.01M12.5 8v.01M11.2 11.2v.01M8 12.5v.01M4.8 11.2v.01M3.5 8v.01M4.8 4.8v.01",
    ...QUIET,
  },
  met: {
    icon: "M3.5 8.5l3 3 6-7",
    ink: { light: "#0d6b43", dark: "#7fe0ae" },
    paper: { light: "#ecf9f2", dark: "#1e3d2e" },
    line: { light: "#1f8a5b", dark: "#3fb47f" },
  },
  waived: { icon: "M4.5 13V3.5h7L9.5 6l2 2.5h-7", ...QUIET },
  "not-applicable": { icon: "M4 8h8", ...QUIET },
};

/** Every outcome, worst first. */
export const OUTCOMES = Object.keys(LOOKS) as Outcome[];

/** Outcomes that the admin has to act on; the badge counts these. */
export const TO_DO: readonly Outcome[] = ["missing", "wrong", "excess"];

/** Style rules that give `--ink`, `--paper` and `--line` to elements of a class named like an outcome. */
export function outcomeRules(): string {
  return OUTCOMES.map((outcome) => {
    const { ink, paper, line } = LOOKS[outcome];
    return `.${outcome}{--ink:${both(ink)};--paper:${both(paper)};--line:${both(line)}}`;
  }).join("");
}

function both({ light, dark }: Record<Theme, string>): string {
  return `light-dark(${light},${dark})`;
}
