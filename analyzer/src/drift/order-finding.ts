import type { Drift, FeatureStatistics, Finding } from "../artifact/index.js";
import {
  binArguments,
  isAllOfDrift,
  largestContribution,
  oneBinFinding,
  shareArguments,
} from "./finding-bins.js";
import type { Figures } from "./figures.js";

/** A median that moved by less of the reference's interquartile range is said to have stayed. */
const MEDIAN_MOVED = 1 / 8;

/** A spread that grew or shrank by less is said to have stayed. */
const SPREAD_MOVED = 1.1;

/** The finding of a numeric feature whose index is beyond its limit. */
export function orderFinding(statistics: Figures, drift: Drift): Finding {
  const alone = drift.bins.find((bin) => bin.type !== "interval" && isAllOfDrift(drift, bin));
  if (alone !== undefined) return oneBinFinding(drift, alone);
  const largest = largestContribution(drift);
  const bin = binArguments(drift, largest);
  const reference = statistics.reference && valuesOf(statistics.reference);
  const current = valuesOf(statistics);
  const from = reference?.p50 ?? null;
  const to = current.p50;
  if (reference === null || from === null || to === null) return oneBinFinding(drift, largest);
  const range = (reference.p75 ?? from) - (reference.p25 ?? from);
  if (from !== to && Math.abs(to - from) >= MEDIAN_MOVED * range) {
    return {
      code: to > from ? "higher" : "lower",
      arguments: {
        medianReference: from,
        medianCurrent: to,
        withoutPoints: pointsLeftOut(statistics, drift),
        ...bin,
      },
    };
  }
  const spreadReference = (reference.p95 ?? from) - (reference.p5 ?? from);
  const spreadCurrent = (current.p95 ?? to) - (current.p5 ?? to);
  const grown = spreadCurrent >= SPREAD_MOVED * spreadReference;
  const shrunk = spreadReference >= SPREAD_MOVED * spreadCurrent;
  if (grown === shrunk) return { code: "reshaped", arguments: bin };
  return {
    code: grown ? "wider" : "narrower",
    arguments: {
      spreadReference,
      spreadCurrent,
      withoutPoints: pointsLeftOut(statistics, drift),
      ...bin,
    },
  };
}

/** Both medians, without the points where there are any; of a feature that has nothing but points, the share of the most frequent one. */
export function orderAsBefore(statistics: Figures, drift: Drift): Finding["arguments"] {
  const medianReference = statistics.reference && valuesOf(statistics.reference).p50;
  const medianCurrent = valuesOf(statistics).p50;
  const point = drift.bins.find(({ type }) => type === "point");
  if (point !== undefined && (medianReference === null || medianCurrent === null)) {
    return { ...shareArguments(drift, point), ...binArguments(drift, point), binShare: null };
  }
  return { medianReference, medianCurrent, withoutPoints: pointsLeftOut(statistics, drift) };
}

/** The quantiles that tell where the values lie: with 60 % zeros the median over all would be 0 before and after. */
function valuesOf(side: FeatureStatistics): Pick<FeatureStatistics, "p5" | "p25" | "p50" | "p75" | "p95"> {
  return side.withoutPoints ?? side;
}

function pointsLeftOut({ reference }: Figures, { bins }: Drift): number | boolean {
  const points = bins.flatMap(({ type, value }) =>
    type === "point" && typeof value === "number" ? [value] : [],
  );
  if (reference === null || reference.withoutPoints === null || points.length === 0) return false;
  return points.length === 1 ? (points[0] ?? true) : true;
}
