import type { DriftMetric, FrozenFeature, Limits } from "../../artifact/index.js";
import type { FeatureCounts } from "../bins/feature-counts.js";
import { chiSquaredTest } from "./chi-squared-test.js";
import type { BinComparison } from "./compare-bins.js";
import { kolmogorovSmirnovStatistic } from "./kolmogorov-smirnov-statistic.js";
import { largestShareDifference } from "./largest-share-difference.js";
import { wassersteinDistance } from "./wasserstein-distance.js";

/** The metrics of a feature's kind, each with its definition. A new metric is a file of its own and an entry here. */
export function metricsOf(
  frozen: FrozenFeature,
  counts: FeatureCounts,
  comparison: BinComparison,
  limits: Limits,
): DriftMetric[] {
  return [
    {
      name: "populationStabilityIndex",
      value: comparison.populationStabilityIndex,
      definition:
        "Σ (q − p)·ln(q/p) over the bins, natural logarithm, shares smoothed by adding half a row to each bin",
      watch: limits.watch,
      shifted: limits.shifted,
    },
    {
      name: "jensenShannonDistance",
      value: comparison.jensenShannonDistance,
      definition: "square root of the Jensen–Shannon divergence to base 2 over the bins, unsmoothed",
    },
    {
      name: "hellingerDistance",
      value: comparison.hellingerDistance,
      definition: "√(½·Σ (√p − √q)²) over the bins, unsmoothed",
    },
    ...(frozen.cells === null && frozen.histogram === null ? [] : metricsOfOrder(frozen.cells, counts)),
    ...(frozen.levels === null ? [] : metricsOfLevels(comparison)),
  ];
}

/** Why the metrics of order are null where a reference is known by its reports only. */
const WITHOUT_CELLS = "; null, because the reference's cells are in its file, which was not given";

function metricsOfOrder(cells: FrozenFeature["cells"], counts: FeatureCounts): DriftMetric[] {
  const known = cells === null || counts.cells === null ? null : { cells, current: counts.cells };
  const reason = cells === null ? WITHOUT_CELLS : "";
  return [
    {
      name: "kolmogorovSmirnovStatistic",
      value: known === null ? null : kolmogorovSmirnovStatistic(known.cells, known.current),
      definition: `greatest distance of the empirical distribution functions of the finite values, from the reference's cells${reason}`,
    },
    {
      name: "wassersteinDistance",
      value: known === null ? null : wassersteinDistance(known.cells, known.current),
      definition: `order 1, finite values clipped to the reference's p0.1–p99.9, over the clipped reference's standard deviation, from the reference's cells${reason}`,
    },
  ];
}

function metricsOfLevels({ bins }: BinComparison): DriftMetric[] {
  const reference = bins.map((bin) => bin.reference);
  const current = bins.map((bin) => bin.current);
  const test = chiSquaredTest(reference, current);
  return [
    {
      name: "chiSquaredTestOfHomogeneity",
      value: test?.statistic ?? null,
      definition: "Pearson's χ² of the 2 × B table of bins, no continuity correction, p-value unadjusted",
      ...(test === null ? {} : { degreesOfFreedom: test.degreesOfFreedom }),
      pValue: test?.pValue ?? null,
    },
    {
      name: "largestShareDifference",
      value: largestShareDifference(reference, current),
      definition: "greatest |q − p| of a bin, unsmoothed",
    },
  ];
}
