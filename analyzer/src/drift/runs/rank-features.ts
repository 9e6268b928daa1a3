import { isBroken, type ManifestFeature } from "../../artifact/index.js";
import { severity } from "../verdict/worst-part.js";

/** The headline figures that a feature is ranked by. */
export type RankedFigures = Pick<
  ManifestFeature,
  | "name"
  | "status"
  | "importance"
  | "limits"
  | "populationStabilityIndex"
  | "noiseBound"
  | "verdict"
  | "verdicts"
>;

/** Drift beyond this many limits makes no feature more urgent. */
const GREATEST_DRIFT = 3;

/** What the importance of a run's features is measured by. */
export interface ImportanceScale {
  /** The greatest; 0 where none is known or all are 0: then features are ranked by drift alone, and this is to be said. */
  greatest: number;
  /** Stands in where a feature has none. */
  median: number;
}

/** The scale of the importances that are known. */
export function importanceScale(features: readonly Pick<ManifestFeature, "importance">[]): ImportanceScale {
  const known = features.flatMap(({ importance }) => (importance === null ? [] : [importance]));
  known.sort((a, b) => a - b);
  const middle = (known.length - 1) / 2;
  const median = ((known[Math.floor(middle)] ?? 0) + (known[Math.ceil(middle)] ?? 0)) / 2;
  return { greatest: known.at(-1) ?? 0, median };
}

/**
 * How far a feature moved beyond noise: the greatest of its parts, each over its own `shifted` limit, from 0 to 3. The index counts
 * less its noise bound. The other parts count if they are beyond noise: the change of the missing share, the excess of unseen levels,
 * the share beyond the reference's extremes, the excess at one value, and the share overdue.
 */
export function driftBeyondNoise(feature: RankedFigures): number {
  const { populationStabilityIndex: index, noiseBound, limits, verdicts } = feature;
  const byIndex = index === null ? 0 : (index - (noiseBound ?? 0)) / limits.shifted;
  const byMissing = beyondNoise(verdicts.missing, limits.missingShifted);
  const exceeds = (verdicts.unseen?.value ?? 0) > 0;
  const byUnseen = exceeds ? beyondNoise(verdicts.unseen, limits.unseenShifted) : 0;
  const byBeyond = beyondNoise(verdicts.beyond, limits.beyondShifted);
  const byHeap = beyondNoise(verdicts.heaped, limits.heapedShifted);
  const byStale = beyondNoise(verdicts.stale, limits.staleShifted);
  return Math.min(GREATEST_DRIFT, Math.max(0, byIndex, byMissing, byUnseen, byBeyond, byHeap, byStale));
}

function beyondNoise(part: { value: number | null; noise: number | null } | null, limit: number): number {
  const size = Math.abs(part?.value ?? 0);
  return size > (part?.noise ?? 0) ? size / limit : 0;
}

/**
 * Features in the order in which they deserve a look: broken ones first, then by importance/greatest × drift beyond noise. Ties: verdict,
 * index over its limit, |Δ missing|, name by code point.
 * @returns a new array
 */
export function rankFeatures<Feature extends RankedFigures>(features: readonly Feature[]): Feature[] {
  const { greatest, median } = importanceScale(features);
  const ranked = features.map((feature) => {
    const weight = greatest === 0 ? 1 : (feature.importance ?? median) / greatest;
    const broken = isBroken(feature.status);
    const keys = [
      broken ? 1 : 0,
      weight * (broken ? 1 : driftBeyondNoise(feature)),
      severity(feature.verdict),
      (feature.populationStabilityIndex ?? 0) / feature.limits.shifted,
      Math.abs(feature.verdicts.missing.value ?? 0),
    ];
    return { feature, keys };
  });
  ranked.sort((a, b) => {
    for (let i = 0; i < a.keys.length; i++) {
      if (a.keys[i] !== b.keys[i]) return b.keys[i]! - a.keys[i]!;
    }
    return compareByCodePoint(a.feature.name, b.feature.name);
  });
  return ranked.map(({ feature }) => feature);
}

/** `<` compares UTF-16 code units, which puts an emoji before U+E000 to U+FFFF. */
function compareByCodePoint(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}
