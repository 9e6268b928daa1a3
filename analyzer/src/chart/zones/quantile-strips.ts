import type { FeatureStatistics } from "../../artifact/index.js";
import type { ChartRow, ChartRows } from "../chart-types.js";
import { columnNames } from "../parts/column-names.js";
import { atY, color, computed, onX, type Layer } from "../parts/layer-spec.js";
import type { AxisScale } from "../parts/position-scale.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import type { NumericFrame } from "./numeric-frame.js";
import { numericZones } from "./numeric-zones.js";

/**
 * A line from p5 to p95, a box from p25 to p75 and the median of each side, points left out. Data set `strips`: quantiles
 * in the feature's units, cut to the axis; `y` in px.
 */
export function quantileLayers(x: AxisScale): Layer[] {
  const data = { name: "strips" };
  const median = (half: number, mark: object): Layer => ({
    data,
    mark: {
      type: "rect",
      clip: true,
      opacity: computed("datum.hasMedian ? 1 : 0"),
      xOffset: -half,
      x2Offset: half,
      ...mark,
    },
    encoding: { x: onX("p50", x), x2: { field: "p50" }, y: atY("datum.y - 7"), y2: atY("datum.y + 7") },
  });
  return [
    {
      data,
      mark: { type: "rule", clip: true, color: color("[datum.color]"), strokeWidth: 1.25 },
      encoding: { x: onX("p5", x), x2: { field: "p95" }, y: atY("datum.y") },
    },
    {
      data,
      mark: {
        type: "rect",
        clip: true,
        fill: computed("datum.hollow ? colors.background : colors[datum.color]"),
        stroke: color("[datum.color]"),
        strokeWidth: 1.25,
      },
      encoding: { x: onX("p25", x), x2: { field: "p75" }, y: atY("datum.y - 3"), y2: atY("datum.y + 3") },
    },
    median(2.5, { fill: color("background") }),
    median(1, { fill: color("ink") }),
  ];
}

/** Rows of the quantile strips with their names in the gutter, a caption where there is room, and an arrow where a strip is cut. */
export function quantileInputs(frame: NumericFrame): ChartRows {
  const { statistics, layout, domain, view } = frame;
  const zones = numericZones(statistics, view.isCard);
  const sides: { side: FeatureStatistics; name: "current" | "reference" }[] = [];
  if (zones.current) sides.push({ side: statistics, name: "current" });
  if (zones.reference && statistics.reference !== null)
    sides.push({ side: statistics.reference, name: "reference" });

  const names = columnNames(view);
  const strips: ChartRow[] = [];
  const texts: ChartRow[] = [];
  const strokes: ChartRow[] = [];
  sides.forEach(({ side, name }, i) => {
    const y = layout.strips + 6 + i * layout.stripHeight;
    texts.push(
      textRow(layout.narrow ? 0 : layout.left - 8, y + 4, names[name], {
        color: name,
        weight: 600,
        align: layout.narrow ? "left" : "right",
      }),
    );
    const { p5, p25, p50, p75, p95 } = side.withoutPoints ?? side;
    if (p5 === null || p25 === null || p50 === null || p75 === null || p95 === null) return;
    const cut = (value: number): number => Math.max(domain[0], Math.min(domain[1], value));
    if (p5 < domain[1] && p95 > domain[0])
      strips.push({
        y,
        p5: cut(p5),
        p25: cut(p25),
        p50: cut(p50),
        p75: cut(p75),
        p95: cut(p95),
        color: name,
        hollow: name === "reference",
        hasMedian: p50 === cut(p50),
      });
    if (p5 < domain[0]) strokes.push(...arrow(layout.plotLeft, y, 1, name));
    if (p95 > domain[1]) strokes.push(...arrow(layout.plotRight, y, -1, name));
  });
  if (!layout.narrow) texts.push(...captionRows(frame, strips));
  return { strips, texts, strokes };
}

/** What the marks of a strip are, beside the first strip that leaves room for it. */
function captionRows({ words, layout, x }: NumericFrame, strips: readonly ChartRow[]): ChartRow[] {
  const room = textWidth(words.quantiles, 11) + 12;
  for (const { y, p5, p95 } of strips) {
    const baseline = Number(y) + 4;
    if (x(Number(p5)) - layout.left > room) return [textRow(layout.left, baseline, words.quantiles)];
    if (layout.width - x(Number(p95)) > room)
      return [textRow(layout.width, baseline, words.quantiles, { align: "right" })];
  }
  return [];
}

function arrow(x: number, y: number, inward: 1 | -1, color: "current" | "reference"): ChartRow[] {
  return [
    strokeRow([x + 5 * inward, y - 4], [x, y], color, 1.5),
    strokeRow([x, y], [x + 5 * inward, y + 4], color, 1.5),
  ];
}
