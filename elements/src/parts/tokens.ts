import { css, unsafeCSS, type CSSResult } from "lit";

/** A colour in the light theme, in the dark one, and under forced colours. */
export type TokenColors = readonly [light: string, dark: string, forced: string];

/**
 * The colours of the whole family. Each is a custom property of every element, its name in kebab case behind
 * `--featurescope-`; a page overrides one on the tag: `feature-panel { --featurescope-current: teal; }`.
 *
 * Text tokens (`ink`, `muted`, `current`, `reference`, `referenceOnFill`, `…Ink`) reach 4.5:1 on `background` in both
 * themes, graphical ones 3:1; surfaces and hairlines (`line`, `faint`, `soft`, `currentFill`, `band`, `usual`,
 * `…Background`) carry no meaning of their own.
 */
export const TOKENS = {
  /** Surface of the frame, and halos around marks. */
  background: ["#ffffff", "#14171c", "Canvas"],
  /** Border of the frame and of quiet controls. */
  line: ["#e3e5e8", "#2a2f37", "CanvasText"],
  /** Grid lines, hairlines between rows, tracks of bars. */
  faint: ["#e7e9ec", "#262b33", "Canvas"],
  /** Surface of groups of controls. */
  soft: ["#f3f4f6", "#1c2027", "Canvas"],
  /** Text and markers. */
  ink: ["#1a1d21", "#e8eaed", "CanvasText"],
  /** Secondary text. */
  muted: ["#5b6472", "#9aa4b2", "CanvasText"],
  /** The current run: top of its bars, its labels. */
  current: ["#2563c9", "#7db1ff", "Highlight"],
  /** The current run's bars. */
  currentFill: ["#b7d0f5", "#2b4a78", "Canvas"],
  /** The reference: labels, hollow boxes. */
  reference: ["#6b7280", "#a3acb9", "CanvasText"],
  /** The reference's outline where it runs across the current run's bars. */
  referenceOnFill: ["#525b68", "#c6cdd7", "CanvasText"],
  /** More than in the reference. */
  up: ["#c2540a", "#f2995c", "CanvasText"],
  /** Less than in the reference. */
  down: ["#737c89", "#838d9b", "GrayText"],
  /** Cells of a heat map at their fullest: more, and fewer, than in the base. `ink` on them reaches 4.5:1. */
  heatUp: ["#f5b27c", "#85491a", "Canvas"],
  heatDown: ["#8db8f2", "#345f9e", "Canvas"],
  /** Rules at limits, axes and ticks. */
  limit: ["#737c89", "#7d8694", "CanvasText"],
  /** Pointwise noise behind the difference strip; where colours are forced, that bars within it are hollow says enough. */
  band: ["#dfe3e8", "#2b313a", "Canvas"],
  /** Usual range of the index. */
  usual: ["#d5dbe2", "#39414d", "GrayText"],
  /** Lines of hatching: noise, bins beyond the edges. */
  hatch: ["#737c89", "#838d9b", "CanvasText"],
  /** Badge when stable or unknown. */
  stableBackground: ["#eef0f3", "#22272f", "Canvas"],
  stableInk: ["#3c4552", "#c9d0d9", "CanvasText"],
  /** Badge and figures on watch. */
  warnBackground: ["#fbf1d3", "#33290f", "Canvas"],
  warnInk: ["#7d5200", "#f1c56b", "CanvasText"],
  /** Badge and figures when shifted or broken. */
  badBackground: ["#fdeee3", "#3d2413", "Canvas"],
  badInk: ["#9a3d05", "#ffb585", "CanvasText"],
} as const satisfies Record<string, TokenColors>;

/** Name of a token, in camel case. */
export type TokenName = keyof typeof TOKENS;

/** Custom property of a token: `currentFill` → `--featurescope-current-fill`. */
export function customProperty(name: TokenName): string {
  return `--featurescope-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Custom property of all tokens as they hold, in their order, `|` between them: reading a page's style costs by the property. */
export const ALL_TOKENS = "--featurescope-all";

function declarations(column: 0 | 1 | 2): CSSResult {
  const lines = Object.entries(TOKENS).map(
    ([name, colors]) => `${customProperty(name as TokenName)}:${colors[column]}`,
  );
  return unsafeCSS(lines.join(";"));
}

const all = unsafeCSS(
  Object.keys(TOKENS)
    .map((name) => `var(${customProperty(name as TokenName)},)`)
    .join("|"),
);
const light = css`
  color-scheme: light;
  ${declarations(0)}
`;
const dark = css`
  color-scheme: dark;
  ${declarations(1)}
`;

/**
 * Styles that define {@link TOKENS} on an element: light or dark as the reader prefers, unless the attribute
 * `theme="light"` or `theme="dark"` says which; light in print; the system's colours where they are forced.
 */
export const tokens: CSSResult = css`
  :host {
    ${light};
    ${unsafeCSS(ALL_TOKENS)}: ${all};
  }
  @media (prefers-color-scheme: dark) {
    :host {
      ${dark}
    }
  }
  :host([theme="light"]) {
    ${light}
  }
  :host([theme="dark"]) {
    ${dark}
  }
  @media print {
    :host,
    :host([theme]) {
      ${light}
    }
  }
  @media (forced-colors: active) {
    :host,
    :host([theme]) {
      ${declarations(2)}
    }
  }
`;
