import { pointwiseBand } from "../../drift/index.js";
import type { Beyond, ChartPlace } from "../chart-types.js";
import type { LayeredSpec } from "../parts/layer-spec.js";
import { mergeRows } from "../parts/merge-rows.js";
import { placeOf } from "../parts/place-of.js";
import type { AxisScale } from "../parts/position-scale.js";
import { rangeLabel } from "../parts/range-label.js";
import { cursorInputs, cursorLayer } from "../zones/cursor.js";
import { differenceInputs, differenceLayers } from "../zones/difference-strip.js";
import type { DrawnBin } from "../zones/drawn-bin.js";
import { histogramInputs, histogramLayers } from "../zones/histogram.js";
import { indexLaneInputs } from "../zones/index-lane.js";
import { histogramOf, numericFrame, type NumericFrame } from "../zones/numeric-frame.js";
import { boxLayer, strokeLayer, textLayers } from "../zones/ornaments.js";
import { quantileInputs, quantileLayers } from "../zones/quantile-strips.js";
import { railInputs } from "../zones/rail.js";
import { shareBarLayers } from "../zones/share-bars.js";
import { drawnTails, tailBins, tailName } from "../zones/tails.js";
import { valueAxisInputs } from "../zones/value-axis.js";
import type { CursorPlace, Form } from "./form.js";
import { topLevelSpec } from "./top-level-spec.js";

/** Rail, histogram, quantile strips, difference strip, index lane and axis, from top to bottom. */
export function numericTemplate(x: AxisScale, y: AxisScale): LayeredSpec {
  const layers = [
    cursorLayer(),
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
    isDashed: false,
    differenceMost: 1,
    differenceTop: 0,
    differenceBottom: 1,
  });
}

/** A histogram over its lanes. */
export const numeric: Form = {
  inputs(documents, view) {
    const frame = numericFrame(documents, view);
    const { layout, domain } = frame;
    const places = binPlaces(frame);
    const beyond = tailPlaces(frame);
    const bars = histogramInputs(frame);
    const difference = differenceInputs(frame);
    return {
      data: mergeRows(
        cursorInputs(placeOf(view.cursor, places, beyond)),
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
      places,
      beyond,
    };
  },

  places(documents, view) {
    const { distribution } = documents;
    const { edges, current, reference } = histogramOf(distribution);
    return current.counts.map((count, i) => ({
      label: rangeLabel(documents, view, edges[i] ?? 0, edges[i + 1] ?? 0),
      current: count,
      reference: reference?.counts[i] ?? null,
      noise: pointwiseBand(
        reference?.counts[i] ?? 0,
        count,
        distribution.rows.reference ?? 0,
        distribution.rows.current,
      ),
      indexShare: null,
    }));
  },

  beyond(documents, view) {
    const { distribution } = documents;
    const histogram = histogramOf(distribution);
    const { below, above } = tailBins(histogram, distribution.rows);
    const place = (tail: DrawnBin | null, end: "underflow" | "overflow"): CursorPlace | null =>
      tail && {
        label: tailName(tail, documents, view),
        current: histogram.current[end],
        reference: histogram.reference?.[end] ?? null,
        noise: tail.noise ?? 0,
        indexShare: null,
      };
    return { below: place(below, "underflow"), above: place(above, "overflow") };
  },
};

/** The bins on the axis, from the histogram down to the axis. */
function binPlaces({ bins, x, domain, layout }: NumericFrame): ChartPlace[] {
  const within = (value: number): number => x(Math.max(domain[0], Math.min(domain[1], value)));
  return bins.map(({ low, high }) => ({
    left: within(low),
    right: within(high),
    top: layout.histogram.top,
    bottom: layout.axis,
  }));
}

/** The bins beside it, while they are in view. */
function tailPlaces(frame: NumericFrame): Beyond<ChartPlace> {
  const { layout, tails } = frame;
  const drawn = drawnTails(frame);
  const place = (bin: DrawnBin | null): ChartPlace | null => {
    const tail = drawn.find((each) => each.bin === bin);
    return tail === undefined
      ? null
      : { left: tail.left, right: tail.right, top: layout.histogram.top, bottom: layout.axis };
  };
  return { below: place(tails.below), above: place(tails.above) };
}
