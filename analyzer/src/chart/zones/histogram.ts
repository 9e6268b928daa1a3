import type { ChartRow, ChartRows } from "../chart-types.js";
import { hatchLines } from "../parts/hatch-lines.js";
import { atX, atY, color, computed, onX, onY, type Layer } from "../parts/layer-spec.js";
import { mergeRows } from "../parts/merge-rows.js";
import type { AxisScale } from "../parts/position-scale.js";
import { strokeRow } from "../parts/text-row.js";
import { densityRows } from "./density-rows.js";
import type { DrawnBin } from "./drawn-bin.js";
import { shareAxisRows } from "./histogram-axis.js";
import { captionRows } from "./histogram-caption.js";
import { visibleBins, type NumericFrame } from "./numeric-frame.js";
import { placeCurveLabels } from "./place-curve-labels.js";
import { shareScale } from "./share-scale.js";
import { drawnTails, type DrawnTail } from "./tails.js";

/**
 * Current rows as filled bars with a strong top edge (or the density in its place), the reference as a step outline. Data sets:
 * `bins`, `outline`, `density`, `tails`; params `shareLow`, `shareHigh`, `histogramTop`, `histogramBottom`.
 */
export function histogramLayers(x: AxisScale, y: AxisScale): Layer {
  const onShare = (field: string) =>
    onY(field, y, ["shareLow", "shareHigh"], ["histogramBottom", "histogramTop"]);
  const tail = { x: atX("datum.left"), x2: atX("datum.right") };
  return {
    resolve: { scale: { y: "shared" } },
    layer: [
      {
        data: { name: "bins" },
        mark: { type: "rect", clip: true, fill: color("currentFill"), xOffset: 0.5, x2Offset: -0.5 },
        encoding: {
          x: onX("low", x),
          x2: { field: "high" },
          y: onShare("current"),
          y2: atY("histogramBottom"),
        },
      },
      {
        data: { name: "bins" },
        mark: {
          type: "rule",
          clip: true,
          color: color("current"),
          strokeWidth: 1.75,
          opacity: computed("hasDensity || datum.current === 0 ? 0 : 1"),
          xOffset: 0.5,
          x2Offset: -0.5,
        },
        encoding: { x: onX("low", x), x2: { field: "high" }, y: onShare("current") },
      },
      {
        data: { name: "tails" },
        mark: { type: "rect", fill: color("currentFill") },
        encoding: { ...tail, y: onShare("current"), y2: atY("histogramBottom") },
      },
      {
        data: { name: "tails" },
        mark: { type: "rule", color: color("referenceOnFill"), strokeWidth: 1.75 },
        encoding: { ...tail, y: onShare("reference") },
      },
      {
        data: { name: "outline" },
        mark: {
          type: "line",
          clip: true,
          interpolate: "step-after",
          color: color("referenceOnFill"),
          strokeWidth: 1.35,
          strokeJoin: "miter",
          strokeDash: computed("isDashed ? [5, 3] : null"),
        },
        encoding: { order: { value: 0 }, x: onX("x", x), y: onShare("share") },
      },
      {
        data: { name: "density" },
        mark: { type: "line", clip: true, color: color("current"), strokeWidth: 1.75, strokeJoin: "round" },
        encoding: { order: { value: 0 }, x: onX("x", x), y: onShare("share") },
      },
    ],
  };
}

/** Rows and params of the histogram: bars, outline, density, tails, its grid, caption and the names at the curves. */
export function histogramInputs(frame: NumericFrame): {
  data: ChartRows;
  params: Record<string, number | boolean>;
} {
  const { layout } = frame;
  const { top, bottom } = layout.histogram;
  const visible = visibleBins(frame);
  const tails = drawnTails(frame);
  const density = densityRows(frame);
  const { low: shareLow, high: shareHigh, y } = shareScale(frame, tails);

  const data: ChartRows = {
    bins: frame.bins.map(({ low, high, current, reference }, bin) => ({
      bin,
      low,
      high,
      current,
      reference,
    })),
    outline: outlineRows(frame.bins),
    density: density ?? [],
    tails: tails.map(({ left, right, bin }) => ({
      left,
      right,
      current: bin.current,
      reference: bin.reference ?? 0,
    })),
    labels: placeCurveLabels(frame, visible, y),
    strokes: [
      ...tails.flatMap((tail) =>
        tailStrokes(tail, y(tail.bin.current), bottom, tail.bin.current > shareHigh),
      ),
      strokeRow([layout.plotLeft, bottom], [layout.plotRight, bottom], "limit"),
      ...tails.map(({ left, right }) => strokeRow([left, bottom], [right, bottom], "limit")),
    ],
  };
  return {
    data: mergeRows(data, shareAxisRows(frame, [shareLow, shareHigh], y), captionRows(frame)),
    params: {
      shareLow,
      shareHigh,
      histogramTop: top,
      histogramBottom: bottom,
      hasDensity: density !== null,
      // Of two runs beside each other neither is the reference.
      isDashed: frame.view.names !== undefined,
    },
  };
}

/** The hatching of a tail, and a break in one that is higher than the axis. */
function tailStrokes({ left, right }: DrawnTail, top: number, bottom: number, isCut: boolean): ChartRow[] {
  const lines = hatchLines({ left, right, top, bottom }, "current");
  return isCut ? [...lines, strokeRow([left - 2, top + 16], [right + 2, top + 8], "background", 4)] : lines;
}

/** The reference as a closed outline over neighbouring bins. */
function outlineRows(bins: readonly DrawnBin[]): ChartRow[] {
  if (!bins.some(({ reference }) => (reference ?? 0) > 0)) return [];
  const first = bins[0]?.low ?? 0;
  const last = bins.at(-1)?.high ?? 0;
  return [
    { x: first, share: 0 },
    ...bins.map(({ low, reference }) => ({ x: low, share: reference ?? 0 })),
    { x: last, share: 0 },
  ];
}
