import type { Histogram } from "../../artifact/index.js";
import type { ChartDocuments, ChartInputs, ChartView } from "../chart-types.js";
import type { AxisScale } from "../parts/position-scale.js";
import { mergeRows } from "../parts/merge-rows.js";
import type { LayeredSpec } from "../parts/layer-spec.js";
import { cursorInputs, cursorLayer } from "../zones/cursor.js";
import { differenceInputs, differenceLayers } from "../zones/difference-strip.js";
import { histogramInputs, histogramLayers } from "../zones/histogram.js";
import { indexLaneInputs } from "../zones/index-lane.js";
import { numericFrame } from "../zones/numeric-frame.js";
import { boxLayer, strokeLayer, textLayers } from "../zones/ornaments.js";
import { quantileInputs, quantileLayers } from "../zones/quantile-strips.js";
import { railInputs, shareBarLayers } from "../zones/rail.js";
import { valueAxisInputs } from "../zones/value-axis.js";
import { topLevelSpec } from "./top-level-spec.js";

/** Rail, histogram, quantile strips, difference strip, index lane and axis, from top to bottom. */
export function numericTemplate(x: AxisScale, y: AxisScale): LayeredSpec {
  const layers = [
    cursorLayer(x),
    strokeLayer("grid"),
    ...shareBarLayers(),
    histogramLayers(x, y),
    ...quantileLayers(x),
    differenceLayers(x),
    boxLayer(),
    strokeLayer("strokes"),
    ...textLayers("labels"),
    ...textLayers("texts"),
  ];
  return topLevelSpec(layers, {
    domainLow: 1,
    domainHigh: 2,
    shareLow: y === "log" ? 0.001 : 0,
    shareHigh: 1,
    histogramTop: 0,
    histogramBottom: 1,
    hasDensity: false,
    differenceMost: 1,
    differenceTop: 0,
    differenceBottom: 1,
  });
}

/** What a numeric chart is drawn from. */
export function numericInputs(documents: ChartDocuments, histogram: Histogram, view: ChartView): ChartInputs {
  const frame = numericFrame(documents, histogram, view);
  const { layout, domain } = frame;
  const bars = histogramInputs(frame);
  const difference = differenceInputs(frame);
  return {
    data: mergeRows(
      cursorInputs(frame),
      railInputs(documents, frame.rail, view),
      bars.data,
      quantileInputs(frame),
      difference.data,
      indexLaneInputs(frame),
      valueAxisInputs(frame),
    ),
    params: {
      colors: { ...view.colors },
      plotLeft: layout.plotLeft,
      domainLow: domain[0],
      domainHigh: domain[1],
      ...bars.params,
      ...difference.params,
    },
    frame: {
      width: layout.plotRight - layout.plotLeft,
      height: layout.height,
      padding: { left: layout.plotLeft, right: layout.width - layout.plotRight, top: 0, bottom: 0 },
    },
  };
}
