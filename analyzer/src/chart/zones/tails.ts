import type { DistributionDocument, Histogram } from "../../artifact/index.js";
import { formatShare } from "../../drift/index.js";
import type { Beyond, ChartDocuments, ChartView } from "../chart-types.js";
import { valueLabel } from "../parts/value-label.js";
import { wordsOfView } from "../words/words-for.js";
import { drawnBin, isWorthATail, type DrawnBin } from "./drawn-bin.js";
import type { NumericFrame } from "./numeric-frame.js";

/** A bin of what lies beyond an end of the axis, set apart from it; px of the chart zone. */
export interface DrawnTail {
  left: number;
  right: number;
  bin: DrawnBin;
}

/** What lies beyond the edges of a histogram, where it is worth a bin of its own. */
export function tailBins(histogram: Histogram, rows: DistributionDocument["rows"]): Beyond<DrawnBin> {
  const { edges, current, reference } = histogram;
  const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const below = drawnBin([-Infinity, low], [current.underflow, reference?.underflow ?? null], rows);
  const above = drawnBin([high, Infinity], [current.overflow, reference?.overflow ?? null], rows);
  return { below: isWorthATail(below) ? below : null, above: isWorthATail(above) ? above : null };
}

/** The tails beside the histogram. While the axis is zoomed, only one whose end is still in view. */
export function drawnTails({ layout, tails: { below, above }, domain, bins }: NumericFrame): DrawnTail[] {
  const drawn: DrawnTail[] = [];
  if (below !== null && domain[0] <= (bins[0]?.low ?? -Infinity))
    drawn.push({ left: layout.left, right: layout.left + layout.tailWidth, bin: below });
  if (above !== null && domain[1] >= (bins.at(-1)?.high ?? Infinity))
    drawn.push({ left: layout.width - layout.tailWidth, right: layout.width, bin: above });
  return drawn;
}

/** "> 296 k"; whole numbers of an integer column by the last one that is drawn. */
export function tailName(
  { low, high }: Pick<DrawnBin, "low" | "high">,
  { statistics, distribution }: ChartDocuments,
  view: ChartView,
): string {
  const words = wordsOfView(view);
  const edges = distribution.histogram?.edges ?? [];
  const isBelow = low === -Infinity;
  const edge = isBelow ? high : low;
  const round = isBelow ? Math.ceil : Math.floor;
  const shown = statistics.integer === true ? round(edge) : edge;
  // To a tenth of the axis, which is what tells its ends apart.
  const other = shown + ((edges.at(-1) ?? 0) - (edges[0] ?? 0)) / 10;
  const label = valueLabel(shown, statistics.kind, view.language, [other]);
  return isBelow ? words.below(label) : words.above(label);
}

/** "> 296 k: 0.1 % (0.0 %)" */
export function tailText(tail: DrawnBin, documents: ChartDocuments, view: ChartView): string {
  const words = wordsOfView(view);
  const share = formatShare(tail.current, view.language);
  return words.figure(
    tailName(tail, documents, view),
    tail.reference === null ? share : words.withReference(share, formatShare(tail.reference, view.language)),
  );
}
