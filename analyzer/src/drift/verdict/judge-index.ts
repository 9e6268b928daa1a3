import type { DriftBin, Kind, Limits, PartVerdict, VerdictReason } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import type { BinComparison } from "../measures/compare-bins.js";

/** Fewest rows on either side for a verdict on the index. */
export const LEAST_ROWS = 100;

const SIGNIFICANT = 0.05;

/**
 * The verdict on the index: `shifted` and `watch` from their limits, if above the noise bound and significant; `unknown`, with
 * the reason, where the index cannot tell.
 * @param adjustedPValue after Benjamini–Hochberg; null where there is none
 */
export function judgeIndex(
  kind: Kind,
  comparison: BinComparison,
  adjustedPValue: number | null,
  limits: Limits,
): PartVerdict {
  const { bins, populationStabilityIndex: value, noiseBound: noise } = comparison;
  const unknown = reasonOfUnknown(kind, comparison, limits);
  if (unknown !== null) return { verdict: "unknown", reason: unknown, value, noise };
  if (bins.filter(hasRows).length < 2) return { verdict: "stable", reason: "one-bin", value, noise };
  return judgeSize({ verdict: "stable", reason: null, value, noise }, adjustedPValue, limits);
}

/**
 * Judges the index again with another p-value. Only the choice between stable, watch and shifted rests on it: a part that is unknown, or
 * stable for want of a second bin, stays as it is.
 */
export function rejudgeIndex(part: PartVerdict, adjustedPValue: number | null, limits: Limits): PartVerdict {
  return part.verdict === "unknown" || part.reason === "one-bin"
    ? part
    : judgeSize(part, adjustedPValue, limits);
}

function judgeSize(part: PartVerdict, adjustedPValue: number | null, limits: Limits): PartVerdict {
  const { value, noise } = part;
  if (value === null || value < Math.min(limits.watch, limits.shifted)) {
    return { ...part, verdict: "stable", reason: null };
  }
  const beyondNoise = value > (noise ?? 0) && (adjustedPValue ?? 0) <= SIGNIFICANT;
  if (!beyondNoise) return { ...part, verdict: "stable", reason: "within-noise" };
  return { ...part, verdict: value >= limits.shifted ? "shifted" : "watch", reason: null };
}

function reasonOfUnknown(kind: Kind, comparison: BinComparison, limits: Limits): VerdictReason | null {
  const { bins, populationStabilityIndex: value, noiseBound: noise } = comparison;
  if (kind === "datetime") return "datetime";
  if (value === null) return "too-few-rows";
  const filled = bins.filter(hasRows);
  const onlyOther = filled.every(({ type }) => type === "other" || type === "missing");
  // Before rows are counted: however many there are, such an index is 0 whatever moved, and is not to be told.
  if (onlyOther && filled.some(({ type }) => type === "other")) return "only-other";
  const { n, m } = rowsOfBins(bins);
  if (Math.min(n, m) < LEAST_ROWS) return "too-few-rows";
  if (noise !== null && value <= noise && noise >= limits.watch) return "noise-reaches-limit";
  return null;
}

function hasRows(bin: DriftBin): boolean {
  return bin.reference + bin.current > 0;
}
