import { formatCount, formatTime, formatValue, valueScale } from "../../drift/index.js";
import type { StatisticsDocument } from "../../artifact/index.js";
import type { ChartRow, ChartRows, ChartView } from "../chart-types.js";
import { axisRows, withUnit } from "../parts/axis-rows.js";
import { isNarrow } from "../parts/is-narrow.js";
import { atX, atY, color, type Layer, type LayeredSpec } from "../parts/layer-spec.js";
import { mergeRows } from "../parts/merge-rows.js";
import { rangeLabel } from "../parts/range-label.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import { wordsOfView } from "../words/words-for.js";
import { RAIL_HEAD, RAIL_ROW } from "../zones/numeric-zones.js";
import { railInputs } from "../zones/rail.js";
import { railRowCount, railRows } from "../zones/rail-rows.js";
import { dotColumns, type DotColumn } from "./dot-columns.js";
import type { Form } from "./form.js";
import { rowInputs, rowLayers } from "./rows.js";
import { topLevelSpec } from "./top-level-spec.js";

const RADIUS = 4;
const PITCH = 10.5;
const CAPTION = 40;
const AXIS = 22;
const DOTS = 150;

/** Lines with bars above stacked dots. Data set `dots`: centres in px of the chart zone. */
export function dotTemplate(): LayeredSpec {
  const dots: Layer = {
    data: { name: "dots" },
    mark: {
      type: "circle",
      size: (2 * RADIUS) ** 2,
      fill: color("currentFill"),
      stroke: color("current"),
      strokeWidth: 1.25,
      opacity: 1,
    },
    encoding: { x: atX("datum.x"), y: atY("datum.y") },
  };
  return topLevelSpec([...rowLayers(), dots], {});
}

/** Height of a chart of dots. */
function dotsHeight(statistics: StatisticsDocument): number {
  const rail = railRowCount(statistics);
  return (rail === 0 ? 0 : RAIL_HEAD + rail * RAIL_ROW + 14) + CAPTION + DOTS + AXIS;
}

/** Fewer than 50 rows: one dot a row, stacked in the frozen bins, with counts and no shares. */
export const dots: Form = {
  height: dotsHeight,

  inputs(documents, view) {
    const { statistics, distribution } = documents;
    const words = wordsOfView(view);
    const height = dotsHeight(statistics);
    const left = isNarrow(view.width) ? 0 : 96;
    const rail = railRows(distribution);
    const captionTop = rail.length === 0 ? 0 : RAIL_HEAD + rail.length * RAIL_ROW + 14;
    const bottom = height - AXIS;
    const columns = dotColumns(documents);
    const width = (view.width - left) / Math.max(1, columns.length);
    const across = Math.max(1, Math.floor((width - 12) / PITCH));
    const perStack = Math.max(1, Math.floor((bottom - captionTop - CAPTION) / PITCH));
    const stacks = Math.min(across, Math.max(1, ...columns.map(({ count }) => Math.ceil(count / perStack))));

    const rows: ChartRow[] = [];
    const texts: ChartRow[] = [];
    const strokes: ChartRow[] = [strokeRow([left, bottom], [view.width, bottom], "limit")];
    const hasExpected = columns.some(({ expected }) => expected !== null);
    const parts = hasExpected ? [words.dots, words.expectedDots] : [words.dots];
    texts.push(textRow(left, captionTop + 10, parts.join(" · ")));
    columns.forEach(({ count, expected }, i) => {
      const center = left + (i + 0.5) * width;
      const x = (stack: number): number => center + (stack - (stacks - 1) / 2) * PITCH;
      for (let k = 0; k < count; k++)
        rows.push({ x: x(k % stacks), y: bottom - 7 - Math.floor(k / stacks) * PITCH });
      const line = expected === null ? null : bottom - 2 - (expected / stacks) * PITCH;
      if (line !== null)
        strokes.push(
          strokeRow([center - width / 2 + 3, line], [center + width / 2 - 3, line], "referenceOnFill", 1.35),
        );
      if (count > 0) {
        const above = bottom - 6 - Math.ceil(count / stacks) * PITCH;
        // A line through a number makes it unreadable.
        const baseline = line !== null && line < above + 2 && line > above - 12 ? line - 4 : above;
        const style = { align: "center", size: 12, color: "ink", weight: 500 } as const;
        texts.push(textRow(center, baseline, formatCount(count, view.language), style));
      }
    });
    const places = columns.map((_, i) => ({
      left: left + i * width,
      right: left + (i + 1) * width,
      top: captionTop + 20,
      bottom,
    }));
    const data = mergeRows(
      railInputs(documents, rail, view, "counts"),
      { dots: rows, texts, strokes },
      edgeRows(columns, view, { left, width, bottom }, statistics),
    );
    return rowInputs(data, view, height, places);
  },

  places: (documents, view) =>
    dotColumns(documents).map(({ low, high, count }) => ({
      label: rangeLabel(documents, view, low, high),
      current: count,
      reference: null,
      noise: 0,
      indexShare: null,
    })),
};

/** The edges between columns. */
function edgeRows(
  columns: readonly DotColumn[],
  view: ChartView,
  { left, width, bottom }: { left: number; width: number; bottom: number },
  { kind, unit }: StatisticsDocument,
): ChartRows {
  const edges = columns.slice(1).map(({ low }) => low);
  const scale = valueScale(edges, view.language);
  const label = (edge: number, isLast: boolean): string => {
    if (kind === "datetime") return formatTime(edge, view.language);
    const figure = formatValue(edge, view.language, { scale, symbol: isLast });
    return isLast ? withUnit(figure, unit) : figure;
  };
  const ticks = edges.map((edge, i) => ({
    x: left + (i + 1) * width,
    label: label(edge, i === edges.length - 1),
  }));
  return axisRows(ticks, { top: bottom, width: view.width });
}
