import { formatCount } from "@featurescope/analyzer/drift";
import { nothing, svg, type SVGTemplateResult } from "lit";
import { linear } from "../../parts/linear.js";
import type { TrendScene } from "../trend-scene.js";

/** A bar a run, as wide as its window and as high as it has rows. */
export function rowsLane({ runs, x, layout, words }: TrendScene): SVGTemplateResult {
  const { right, isNarrow } = layout;
  const { top, bottom } = layout.rows;
  const y = linear(0, Math.max(1, ...runs.map(({ row }) => row.rows)), bottom, top);
  const bars = runs.map(({ row, start, end }) => {
    const [from, to] = [x(start), x(end)];
    const air = Math.min(1, (to - from) / 6);
    return `M${from + air} ${bottom}V${y(row.rows)}H${Math.max(from + air + 0.5, to - air)}V${bottom}z`;
  });
  const last = runs.at(-1);
  return svg`
    <text class="lane" y=${top + 12}>${words.rows}</text>
    <path class="run-bars" d=${bars.join("")} />
    ${
      isNarrow || last === undefined
        ? nothing
        : svg`<text class="side" x=${right + 8} y=${bottom - 4}>${formatCount(last.row.rows, words.language)}</text>`
    }`;
}
