import type { StatisticsDocument } from "../../artifact/index.js";
import { distanceTo, formatValue, valueScale } from "../../drift/index.js";
import type { ChartRows, ChartView } from "../chart-types.js";
import { dotColumns, type DotColumn } from "../dots/dot-columns.js";
import { dotStacks, type DotField } from "../dots/dot-stacks.js";
import { AXIS, CAPTION, dotsHeight, RAIL_GAP } from "../dots/dots-height.js";
import { axisRows, withUnit } from "../parts/axis-rows.js";
import { isNarrow } from "../parts/is-narrow.js";
import { atX, atY, color, computed, type Layer, type LayeredSpec } from "../parts/layer-spec.js";
import { mergeRows } from "../parts/merge-rows.js";
import { rangeLabel } from "../parts/range-label.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import { valueLabel } from "../parts/value-label.js";
import { wordsOfView } from "../words/words-for.js";
import { RAIL_HEAD, RAIL_ROW } from "../zones/numeric-zones.js";
import { railRows } from "../zones/rail-rows.js";
import { railInputs } from "../zones/rail.js";
import type { Form } from "./form.js";
import { rowInputs, rowLayers } from "./rows.js";
import { topLevelSpec } from "./top-level-spec.js";

/** Lines with bars above stacked dots. Data set `dots`: centres in px of the chart zone, and areas. */
export function dotTemplate(): LayeredSpec {
  const dots: Layer = {
    data: { name: "dots" },
    mark: {
      type: "circle",
      size: computed("datum.size"),
      fill: color("currentFill"),
      stroke: color("current"),
      strokeWidth: 1.25,
      opacity: 1,
    },
    encoding: { x: atX("datum.x"), y: atY("datum.y") },
  };
  return topLevelSpec([...rowLayers(), dots], {});
}

/** Fewer than 50 rows: one dot per row, stacked in the frozen bins, with counts and no shares. */
export const dots: Form = {
  inputs(documents, view) {
    const { statistics, distribution } = documents;
    const words = wordsOfView(view);
    const height = dotsHeight(statistics);
    const rail = railRows(distribution);
    const captionTop = rail.length === 0 ? 0 : RAIL_HEAD + rail.length * RAIL_ROW + RAIL_GAP;
    const columns = dotColumns(documents);
    const left = isNarrow(view.width) ? 0 : 96;
    const bottom = height - AXIS;
    const width = (view.width - left) / Math.max(1, columns.length);
    const field = { left, width, top: captionTop + CAPTION, bottom };
    const hasExpected = columns.some(({ expected }) => expected !== null);
    const both = `${words.dots} · ${words.expectedDots}`;
    const isRoom = textWidth(both, 11) < view.width - left;
    const caption = hasExpected ? (isRoom ? both : words.expectedDots) : words.dots;
    const places = columns.map((_, i) => ({
      left: left + i * width,
      right: left + (i + 1) * width,
      top: captionTop + 20,
      bottom,
    }));
    const data = mergeRows(
      railInputs(documents, rail, view, "counts"),
      {
        texts: [textRow(left, captionTop + 10, caption)],
        strokes: [strokeRow([left, bottom], [view.width, bottom], "limit")],
      },
      dotStacks(columns, field, view.language),
      edgeRows(columns, view, field, statistics),
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
  { left, width, bottom }: DotField,
  { kind, unit }: StatisticsDocument,
): ChartRows {
  const edges = columns.slice(1).map(({ low }) => low);
  const scale = valueScale(edges, view.language, Math.min(...edges.map((edge) => distanceTo(edge, edges))));
  const label = (edge: number, isLast: boolean): string => {
    if (kind === "datetime") return valueLabel(edge, kind, view.language, edges);
    const figure = formatValue(edge, view.language, {
      scale,
      symbol: isLast,
      resolution: distanceTo(edge, edges),
    });
    return isLast ? withUnit(figure, unit) : figure;
  };
  const ticks = edges.map((edge, i) => ({
    x: left + (i + 1) * width,
    label: label(edge, i === edges.length - 1),
  }));
  return axisRows(ticks, { top: bottom, width: view.width });
}
