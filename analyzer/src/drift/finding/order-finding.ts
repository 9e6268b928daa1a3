import type { Drift, FeatureStatistics, Finding } from "../../artifact/index.js";
import type { Figures } from "./figures.js";
import {
  binArguments,
  calmBin,
  largestContribution,
  movedAlone,
  oneBinFinding,
  toldBins,
} from "./finding-bins.js";

/** A median that moved by no more of the reference's interquartile range is said to have stayed. */
const MEDIAN_MOVED = 1 / 8;

/** One that moved by more while nothing else did lies between two humps, and tells nothing. */
const MEDIAN_LOST = 1 / 2;

/** A spread that grew or shrank by less is said to have stayed. */
const SPREAD_MOVED = 1.1;

/** The finding of a numeric feature whose index is beyond its limit. */
export function orderFinding(statistics: Figures, drift: Drift): Finding {
  const alone = movedAlone(drift, toldBins(drift));
  if (alone !== undefined) return oneBinFinding(drift, alone);
  const largest = largestContribution(drift.bins);
  const bin = binArguments(drift, largest);
  const { reference, current, withoutPoints } = valuesOf(statistics, drift);
  const from = reference?.p50 ?? null;
  const to = current.p50;
  if (reference === null || from === null || to === null) return oneBinFinding(drift, largest);
  if (hasMoved(reference, to, MEDIAN_MOVED)) {
    return {
      code: to > from ? "higher" : "lower",
      arguments: { medianReference: from, medianCurrent: to, withoutPoints, ...bin },
    };
  }
  // All quantiles are there where the median is.
  const spreadReference = spreadOf(reference);
  const spreadCurrent = spreadOf(current);
  const grown = spreadCurrent >= SPREAD_MOVED * spreadReference;
  const shrunk = spreadReference >= SPREAD_MOVED * spreadCurrent;
  if (grown === shrunk) return { code: "reshaped", arguments: bin };
  return {
    code: grown ? "wider" : "narrower",
    arguments: { spreadReference, spreadCurrent, withoutPoints, ...bin },
  };
}

/** No document has a number beyond the greatest double, which values at both of its ends are apart. */
function spreadOf({ p5, p95 }: { p5: number | null; p95: number | null }): number {
  return Math.min(p95! - p5!, Number.MAX_VALUE);
}

/**
 * Both medians, without the points where there are any; of a feature that has little but points, the share of the most frequent one; of
 * one whose median lies in no man's land, nothing. Where the median tells less than half of what is beyond noise, the bin that
 * tells most of it: of normal values that all moved by d interquartile ranges the index is 1.82·d², as these are 1.35 standard
 * deviations.
 */
export function orderAsBefore(
  statistics: Figures,
  drift: Drift,
  isBeyondNoise: boolean,
): Finding["arguments"] {
  const { reference, current, withoutPoints } = valuesOf(statistics, drift);
  const from = reference?.p50 ?? null;
  const to = current.p50;
  const point = drift.bins.find(({ type }) => type === "point");
  if (point !== undefined && (withoutPoints === false || from === null || to === null))
    return calmBin(drift, point);
  if (reference !== null && hasMoved(reference, to, MEDIAN_LOST)) return {};
  const least = Math.sqrt(Number(drift.verdicts.index.value)) / 2;
  const largest =
    isBeyondNoise && reference && !hasMoved(reference, to, least) ? largestContribution(drift.bins) : null;
  return largest ? calmBin(drift, largest) : { medianReference: from, medianCurrent: to, withoutPoints };
}

/** Whether the median went to a value that lies more than a part of the reference's interquartile range away. */
function hasMoved(reference: Quantiles, to: number | null, part: number): boolean {
  return Math.abs(to! - reference.p50!) > part * (reference.p75! - reference.p25!);
}

type Quantiles = Pick<FeatureStatistics, "p5" | "p25" | "p50" | "p75" | "p95">;

/** Quantiles of both sides, and what they leave out. */
interface Values {
  reference: Quantiles | null;
  current: Quantiles;
  /** As the argument of a finding. */
  withoutPoints: number | boolean;
}

/**
 * The quantiles that tell where the values lie: with 60 % zeros the median over all would be 0 before and after. Where several points hold
 * three quarters of the reference's values, as of a term in months, the median without them would be that of a few rare ones.
 */
function valuesOf(current: Figures, { bins }: Drift): Values {
  const { reference } = current;
  const points = bins.flatMap(({ type, value }) =>
    type === "point" && typeof value === "number" ? [value] : [],
  );
  const [first, second] = points;
  const rest = reference?.withoutPoints ?? null;
  if (reference === null || rest === null || first === undefined)
    return { reference, current, withoutPoints: false };
  if (second !== undefined && 4 * rest.count <= reference.count)
    return { reference, current, withoutPoints: false };
  return {
    reference: rest,
    current: current.withoutPoints ?? current,
    withoutPoints: second === undefined ? first : true,
  };
}
