import type { DistributionDocument, Histogram, HistogramSide } from "../../artifact/index.js";
import type { Beyond, ChartDocuments, ChartView } from "../chart-types.js";
import { positionScale, type AxisScale } from "../parts/position-scale.js";
import type { ChartWords } from "../words/chart-words.js";
import { wordsOfView } from "../words/words-for.js";
import { drawnBin, type DrawnBin } from "./drawn-bin.js";
import { histogramCaption, type Caption } from "./histogram-caption.js";
import { numericLayout, type NumericLayout } from "./numeric-layout.js";
import { railRows, type RailRow } from "./rail-rows.js";
import { tailBins } from "./tails.js";

/** What all zones of a numeric chart share: documents, words, the layout and the x axis. */
export interface NumericFrame extends ChartDocuments {
  view: ChartView;
  words: ChartWords;
  histogram: Histogram;
  layout: NumericLayout;
  rail: RailRow[];
  caption: Caption;
  scale: AxisScale;
  domain: readonly [number, number];
  /** From a value to px of the chart zone. */
  x: (value: number) => number;
  bins: DrawnBin[];
  tails: Beyond<DrawnBin>;
}

/** Prepares what the zones of a numeric chart share. */
export function numericFrame(documents: ChartDocuments, view: ChartView): NumericFrame {
  const { statistics, distribution } = documents;
  const histogram = histogramOf(distribution);
  const words = wordsOfView(view);
  const { edges, current, reference } = histogram;
  const low = edges[0] ?? 0;
  const high = edges.at(-1) ?? 1;
  const bins = current.counts.map((count, i) =>
    drawnBin(
      [edges[i] ?? low, edges[i + 1] ?? high],
      [count, reference?.counts[i] ?? null],
      distribution.rows,
    ),
  );
  const tails = tailBins(histogram, distribution.rows);
  const rail = railRows(distribution);
  const caption = histogramCaption(documents, tails, view);
  const layout = numericLayout(
    statistics,
    {
      railRows: rail.length,
      hasUnderflow: tails.below !== null,
      hasOverflow: tails.above !== null,
      captionRows: caption.rows,
    },
    view,
  );
  const scale = histogram.scale === "log" ? "log" : "linear";
  const domain = view.domain ?? withAir(low, high, histogram);
  return {
    ...documents,
    view,
    words,
    histogram,
    layout,
    rail,
    caption,
    scale,
    domain,
    x: positionScale(scale, domain, [layout.plotLeft, layout.plotRight]),
    bins,
    tails,
  };
}

/** Fewer bins than these are drawn as wide as if they were so many: a bar as wide as the chart says nothing. */
const FEWEST_BINS = 8;

/** None beside rows beyond the axis: they would stand far from its end, and their quantiles within. */
function withAir(low: number, high: number, { scale, current, reference }: Histogram): [number, number] {
  const bins = current.counts.length;
  if (scale !== "linear" || bins >= FEWEST_BINS) return [low, high];
  const air = (((high - low) / bins) * (FEWEST_BINS - bins)) / 2;
  const beyond = (end: "underflow" | "overflow"): boolean => current[end] + (reference?.[end] ?? 0) > 0;
  return [beyond("underflow") ? low : low - air, beyond("overflow") ? high : high + air];
}

/** The histogram; one without bins where the distribution lacks it although the statistics promise one. */
export function histogramOf({ histogram }: DistributionDocument): Histogram {
  return histogram ?? { scale: "linear", edges: [0, 1], current: NO_ROWS, reference: null };
}

const NO_ROWS: HistogramSide = { counts: [0], underflow: 0, overflow: 0, density: null };

/** The bins that are at least partly within the axis. */
export function visibleBins({ bins, domain }: NumericFrame): DrawnBin[] {
  return bins.filter((bin) => bin.high > domain[0] && bin.low < domain[1]);
}
