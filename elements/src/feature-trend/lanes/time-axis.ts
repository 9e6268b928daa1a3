import { svg, type SVGTemplateResult } from "lit";
import type { TrendScene } from "../trend-scene.js";
import { timeTicks } from "./time-ticks.js";

/** Px that a label of the axis takes with the air beside it, and what it must have where there is little room. */
const LABEL = 84;
const NARROW_LABEL = 54;

/** The calendar under the lowest lane. */
export function timeAxis({ runs, x, layout, words, own }: TrendScene): SVGTemplateResult {
  const { left, right, width, isNarrow } = layout;
  const { bottom } = layout.rows;
  const most = (right - left) / (isNarrow ? NARROW_LABEL : LABEL);
  const newest = runs.at(-1)!;
  const shown = { start: runs[0]!.start, end: newest.end, run: newest.end - newest.start };
  const ticks = timeTicks(shown, most, words.language, own);
  return svg`<path class="rule" d="M${left} ${bottom}H${right}${ticks.map(({ at }) => `M${x(at)} ${bottom}v5`).join("")}" />
    ${ticks
      .filter(({ at, names }) => x(at) + (names ? LABEL : LABEL / 2) <= width)
      .map(
        ({ at, label, names }) =>
          svg`<text class=${names ? "" : "middle"} x=${x(at)} y=${bottom + 18}>${label}</text>`,
      )}`;
}
