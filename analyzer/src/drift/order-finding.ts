import type { Drift, DriftBin, FeatureStatistics, Finding } from "../artifact/index.js";
import {
  binArguments,
  isAllOfDrift,
  largestContribution,
  oneBinFinding,
  shareArguments,
} from "./finding-bins.js";
import type { Figures } from "./figures.js";
import { isAlarm } from "./worst-part.js";

/** A median that moved by less of the reference's interquartile range is said to have stayed. */
const MEDIAN_MOVED = 1 / 8;

/** A spread that grew or shrank by less is said to have stayed. */
const SPREAD_MOVED = 1.1;

/** The finding of a numeric feature whose index is beyond its limit. */
export function orderFinding(statistics: Figures, drift: Drift): Finding {
  const told = isAlarm(drift.verdicts.missing.verdict) ? withoutMissing(drift) : drift.bins;
  const alone = told.find((bin) => bin.type !== "interval" && isAllOfDrift(drift, bin, told));
  if (alone !== undefined) return oneBinFinding(drift, alone);
  const largest = largestContribution(drift);
  const bin = binArguments(drift, largest);
  const { reference, current } = valuesOf(statistics, drift);
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

/**
 * Both medians, without the points where there are any; of a feature that has little but points, the share of the most frequent one.
 */
export function orderAsBefore(statistics: Figures, drift: Drift): Finding["arguments"] {
  const { reference, current } = valuesOf(statistics, drift);
  const medianReference = reference?.p50 ?? null;
  const medianCurrent = current.p50;
  const point = drift.bins.find(({ type }) => type === "point");
  const isOfPoints = isMostlyPoints(statistics, drift) || medianReference === null || medianCurrent === null;
  if (point !== undefined && isOfPoints) {
    return { ...shareArguments(drift, point), ...binArguments(drift, point), binShare: null };
  }
  return { medianReference, medianCurrent, withoutPoints: pointsLeftOut(statistics, drift) };
}

type Values = Pick<FeatureStatistics, "p5" | "p25" | "p50" | "p75" | "p95">;

/**
 * The quantiles of both sides that tell where the values lie: with 60 % zeros the median over all would be 0 before and after; but where
 * nearly all values are one of few, the median of the others is that of some rare ones.
 */
function valuesOf(statistics: Figures, drift: Drift): { reference: Values | null; current: Values } {
  const { reference } = statistics;
  return isMostlyPoints(statistics, drift)
    ? { reference, current: statistics }
    : {
        reference: reference && (reference.withoutPoints ?? reference),
        current: statistics.withoutPoints ?? statistics,
      };
}

/** Whether several points hold at least three quarters of the reference's values, as of a term in months or a number of children. */
function isMostlyPoints({ reference }: Figures, { bins }: Drift): boolean {
  const rest = reference?.withoutPoints?.count;
  if (reference === null || rest === undefined) return false;
  return bins.filter(({ type }) => type === "point").length > 1 && 4 * rest <= reference.count;
}

function withoutMissing({ bins }: Drift): DriftBin[] {
  return bins.filter(({ type }) => type !== "missing");
}

function pointsLeftOut(statistics: Figures, drift: Drift): number | boolean {
  const { reference } = statistics;
  const points = drift.bins.flatMap(({ type, value }) =>
    type === "point" && typeof value === "number" ? [value] : [],
  );
  if (reference === null || reference.withoutPoints === null || points.length === 0) return false;
  if (isMostlyPoints(statistics, drift)) return false;
  return points.length === 1 ? (points[0] ?? true) : true;
}
