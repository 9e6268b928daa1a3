import type { Drift } from "../artifact/index.js";
import { chiSquaredTest } from "./measures/chi-squared-test.js";
import { compareBins } from "./measures/compare-bins.js";
import { largestShareDifference } from "./measures/largest-share-difference.js";
import { metricValue } from "./measures/metric-value.js";
import { judgeBeyond } from "./verdict/judge-beyond.js";
import { judgeHeap } from "./verdict/judge-heap.js";
import { judgeMissing } from "./verdict/judge-missing.js";
import { judgeStale } from "./verdict/judge-stale.js";
import { rowsBeyond } from "./verdict/rows-beyond.js";

/** A written figure beside the same one computed again. */
export interface RecomputedFigure {
  /**
   * A metric's name, `noiseBound`, `pValue`, `changeOfMissingShare`, `noiseOfMissingShare`, `shareBeyond`, `noiseOfShareBeyond`,
   * `excessHeaped`, `noiseOfExcessHeaped`, `shareOverdue`, `noiseOfShareOverdue`, or `contribution of bin 3`.
   */
  name: string;
  written: number;
  recomputed: number;
}

/**
 * Computes every figure that rests on bins again, from the drift of a `statistics.json` alone. Figures that are null are left out.
 * Contract: no pair differs by more than 1e-12.
 */
export function recompute(drift: Drift): RecomputedFigure[] {
  const reference = drift.bins.map((bin) => bin.reference);
  const current = drift.bins.map((bin) => bin.current);
  const again = compareBins(drift.bins, current);
  const { missing, beyond, heaped, stale } = drift.verdicts;
  const missingAgain = judgeMissing(drift.bins, drift.limits);
  const beyondAgain = judgeBeyond(rowsBeyond(drift), drift.bins, drift.limits);
  const heapedAgain = judgeHeap(drift.heap, drift.bins, drift.limits);
  const staleAgain = judgeStale(drift.times?.overdue ?? 0, drift.bins, drift.limits);
  const written = (name: Parameters<typeof metricValue>[1]): number | null => metricValue(drift, name);
  const figures: [string, number | null, number | null][] = [
    ["populationStabilityIndex", written("populationStabilityIndex"), again.populationStabilityIndex],
    ["jensenShannonDistance", written("jensenShannonDistance"), again.jensenShannonDistance],
    ["hellingerDistance", written("hellingerDistance"), again.hellingerDistance],
    [
      "chiSquaredTestOfHomogeneity",
      written("chiSquaredTestOfHomogeneity"),
      chiSquaredTest(reference, current)?.statistic ?? null,
    ],
    ["largestShareDifference", written("largestShareDifference"), largestShareDifference(reference, current)],
    ["noiseBound", drift.noiseBound, again.noiseBound],
    ["pValue", drift.pValue, again.pValue],
    ["changeOfMissingShare", missing.value, missingAgain.value],
    ["noiseOfMissingShare", missing.noise, missingAgain.noise],
    ["shareBeyond", beyond?.value ?? null, beyondAgain.value],
    ["noiseOfShareBeyond", beyond?.noise ?? null, beyondAgain.noise],
    ["excessHeaped", heaped?.value ?? null, heapedAgain.value],
    ["noiseOfExcessHeaped", heaped?.noise ?? null, heapedAgain.noise],
    ["shareOverdue", stale?.value ?? null, staleAgain.value],
    ["noiseOfShareOverdue", stale?.noise ?? null, staleAgain.noise],
    ...drift.bins.map((bin, i): [string, number, number | null] => [
      `contribution of bin ${i}`,
      bin.contribution,
      again.bins[i]?.contribution ?? null,
    ]),
  ];
  return figures.flatMap(([name, written, recomputed]) =>
    written === null ? [] : [{ name, written, recomputed: recomputed ?? Number.NaN }],
  );
}
