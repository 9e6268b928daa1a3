import { svg, type SVGTemplateResult } from "lit";

/** A label beside a lane: where it belongs and what it says. */
export interface SideLabel {
  /** Px of its middle. */
  y: number;
  text: string;
  /** Classes of its look. */
  look?: string;
}

const LINE = 13;
/** From the middle of small text to its baseline. */
const BASELINE = 4;

/** Labels below each other at the right of a lane, moved as little apart as they need to be read. */
export function sideLabels(
  labels: readonly SideLabel[],
  x: number,
  bottom: number,
): readonly SVGTemplateResult[] {
  return spread(labels, bottom).map(
    ({ y, text, look = "" }) => svg`<text class="side ${look}" x=${x} y=${y + BASELINE}>${text}</text>`,
  );
}

/** Moves labels apart to at least a line: upwards from the lowest, which stays at `bottom` or above. */
export function spread(labels: readonly SideLabel[], bottom: number): readonly SideLabel[] {
  let limit = bottom;
  return labels
    .toSorted((a, b) => b.y - a.y)
    .map((label) => {
      const y = Math.min(label.y, limit);
      limit = y - LINE;
      return { ...label, y };
    });
}
