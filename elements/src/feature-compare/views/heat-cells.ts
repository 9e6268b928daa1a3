import type { DriftBin } from "@featurescope/analyzer/artifact";
import { formatValue, pointwiseBand, valueScale } from "@featurescope/analyzer/drift";
import type { Words } from "../../words/words.js";
import type { RunDrift } from "../run-row.js";

/** Change of a frozen bin's share. */
export interface HeatCell {
  /** Current minus base, a share −1 to 1. */
  difference: number;
  /** Whether noise alone does not explain it. */
  isBeyond: boolean;
}

/** The change in each of the given bins. */
export function heatCells({ bins }: Pick<RunDrift, "bins">, shown: readonly number[]): HeatCell[] {
  const n = bins.reduce((sum, { reference }) => sum + reference, 0);
  const m = bins.reduce((sum, { current }) => sum + current, 0);
  return shown.map((index) => {
    const { reference, current } = bins[index]!;
    const difference = n === 0 || m === 0 ? 0 : current / m - reference / n;
    return { difference, isBeyond: Math.abs(difference) > pointwiseBand(reference, current, n, m) };
  });
}

/** The bins, by index, in which any of the comparisons has rows: ranges and levels first, points, infinities, missing last. */
export function heatBins(drifts: readonly Pick<RunDrift, "bins">[]): number[] {
  const order = ["interval", "category", "other", "point", "infinite", "missing"];
  const bins = drifts[0]?.bins ?? [];
  return bins
    .map((_, index) => index)
    .filter((index) =>
      drifts.some((drift) => drift.bins[index]!.reference > 0 || drift.bins[index]!.current > 0),
    )
    .toSorted((a, b) => order.indexOf(bins[a]!.type) - order.indexOf(bins[b]!.type) || a - b);
}

/** What the bins are called at the head of their columns, values on one scale, which the last range names. */
export function heatHeads(bins: readonly DriftBin[], words: Words): string[] {
  const edges = bins.flatMap(({ low, high }) => [low, high]).filter((edge) => edge !== null);
  const scale = valueScale(edges, words.language);
  const write = (value: number, symbol = false): string =>
    formatValue(value, words.language, { scale, symbol });
  return bins.map(({ type, low, high, value }) => {
    if (type === "missing" || type === "other") return words[type];
    if (type === "infinite") return words.infinite;
    if (type !== "interval") {
      return typeof value === "number" ? formatValue(value, words.language) : String(value);
    }
    if (low === null) return high === null ? words.allValues : `<\u00a0${write(high)}`;
    return high === null ? `≥\u00a0${write(low, true)}` : `${write(low)}–${write(high)}`;
  });
}
