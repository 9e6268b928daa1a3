import type { Drift, DriftBin, Finding } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { sum } from "../bins/sum.js";
import { distanceTo } from "../format/value-scale.js";
import { populationStabilityIndex } from "../measures/population-stability-index.js";
import { isAlarm } from "../verdict/worst-part.js";
import { cutLevel } from "./cut-level.js";

/** The bins beside clauses of their own: without missing rows where the missing share has one, so that it is not told twice. */
export function toldBins({ bins, verdicts }: Drift): DriftBin[] {
  return bins.filter(({ type }) => type !== "missing" || !isAlarm(verdicts.missing));
}

/** The bin that contributes most to the index; null where none does. */
export function largestContribution(bins: readonly DriftBin[]): DriftBin | null {
  let largest: DriftBin | null = null;
  for (const bin of bins) {
    if (bin.contribution > (largest?.contribution ?? 0)) largest = bin;
  }
  return largest;
}

/** A bin's part of the index, 0 to 1. */
function shareOfIndex({ bins }: Drift, bin: DriftBin): number {
  return bin.contribution === 0 ? 0 : bin.contribution / sum(bins.map(({ contribution }) => contribution));
}

/**
 * Whether a bin alone moved the index beyond its limit: among the rows outside it the index is below the watch limit and at most half.
 * (Its contribution would not tell: a bin that grows makes all others shrink in proportion.)
 * @param bins those that are looked at
 */
export function isAllOfDrift({ bins: all, limits }: Drift, bin: DriftBin, bins = all): boolean {
  const whole = indexOf(bins);
  const rest = indexOf(bins.filter((other) => other !== bin));
  return whole !== null && rest !== null && rest < limits.watch && rest <= whole / 2;
}

/** A bin that moved the index alone; of a range among others, how values moved says more. @param bins those that are looked at */
export function movedAlone(drift: Drift, bins: DriftBin[]): DriftBin | undefined {
  const alone = bins.filter((bin) => isAllOfDrift(drift, bin, bins));
  return (
    alone.find(({ type }) => type !== "interval") ??
    alone.find(({ low, high }) => low === null && high === null)
  );
}

/** The index among some bins; null where a side has no rows there. */
export function indexOf(bins: readonly DriftBin[]): number | null {
  const { value } = populationStabilityIndex(
    bins.map(({ reference }) => reference),
    bins.map(({ current }) => current),
  );
  return value;
}

/** A finding's arguments for a bin. */
export function binArguments(drift: Drift, bin: DriftBin | null): Finding["arguments"] {
  if (bin === null) return {};
  const { type, low, high, value } = bin;
  return {
    binType: type,
    binLow: low,
    binHigh: high,
    binValue: typeof value === "string" ? cutLevel(value) : value,
    binShare: shareOfIndex(drift, bin),
    ...nearArgument(drift, bin),
  };
}

/**
 * The end or point of another bin that is nearest to one of the bin's own, where it is within a tenth of it: few digits would not
 * tell both apart.
 */
function nearArgument({ bins }: Drift, bin: DriftBin): Finding["arguments"] {
  const marks = bins.flatMap(marksOf);
  const near = marksOf(bin).flatMap((own) => {
    const distance = distanceTo(own, marks);
    return distance < Math.abs(own) / 10
      ? [{ distance, mark: marks.find((mark) => Math.abs(mark - own) === distance) }]
      : [];
  });
  const [nearest] = near.sort((a, b) => a.distance - b.distance);
  return nearest?.mark === undefined ? {} : { binNear: nearest.mark };
}

function marksOf({ low, high, value }: DriftBin): number[] {
  return [low, high, value].filter((mark) => typeof mark === "number");
}

/** A bin's share of all rows on both sides; 0 where a side has no rows. */
export function shareArguments(
  { bins }: Drift,
  bin: DriftBin,
): { shareReference: number; shareCurrent: number } {
  const { n, m } = rowsOfBins(bins);
  return { shareReference: n && bin.reference / n, shareCurrent: m && bin.current / m };
}

/** What is said of a bin where all is calm. */
export function calmBin(drift: Drift, bin: DriftBin): Finding["arguments"] {
  return { ...shareArguments(drift, bin), ...binArguments(drift, bin), binShare: null };
}

/** The finding that one bin holds a greater or smaller share of the rows than before. */
export function oneBinFinding(drift: Drift, bin: DriftBin | null): Finding {
  if (bin === null) return { code: "reshaped", arguments: {} };
  const shares = shareArguments(drift, bin);
  const code = shares.shareCurrent > shares.shareReference ? "more" : "less";
  return { code, arguments: { ...shares, ...binArguments(drift, bin) } };
}
