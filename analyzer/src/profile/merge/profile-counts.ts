import type { FrozenFeature, ProfileCounts, ProfileLevels, ProfileNumbers } from "../../artifact/index.js";
import { differentOf } from "../distinct/different-values.js";
import type { FeatureProfile } from "../feature-profile.js";
import { toUnits } from "./cell-units.js";

/** Levels and characters of them that `profile.json` keeps beside those with a frozen bin: about half a megabyte. */
const [MOST_LEVELS, MOST_CHARACTERS] = [10_000, 2 ** 18];

/** What adds up of a profile. @param frozen the feature in the reference; undefined without one */
export function profileCounts(profile: FeatureProfile, frozen: FrozenFeature | undefined): ProfileCounts {
  const { kind, status, reason, statistics, counts } = profile;
  const { rows, missing, nan, positiveInfinity, negativeInfinity, distinct } = statistics;
  return {
    kind,
    status,
    reason,
    referenceId: counts === null ? null : (frozen?.referenceId ?? null),
    rows,
    missing,
    nan,
    positiveInfinity,
    negativeInfinity,
    distinct,
    bins: counts?.bins ?? null,
    belowReference: counts?.belowReference ?? null,
    aboveReference: counts?.aboveReference ?? null,
    numbers: numbersOf(profile, frozen),
    levels: levelsOf(profile, frozen),
  };
}

function numbersOf(
  { additive, statistics, integer, points, histogram, counts }: FeatureProfile,
  frozen: FrozenFeature | undefined,
): ProfileNumbers | null {
  const { zeros, negatives, min, max } = statistics;
  if (additive === null || min === null || max === null) return null;
  const { moments, belowPoints, rest, sketch, distinct } = additive;
  const aligned = sketch === null || counts === null ? null : { sketch, counts };
  const cells = aligned?.counts.cells ?? null;
  return {
    integer: integer ?? false,
    zeros,
    negatives,
    min,
    max,
    moments,
    points:
      aligned === null
        ? []
        : points.map(({ value, count }, i) => ({ value, count, below: belowPoints[i] ?? 0 })),
    rest,
    cells: cells === null || !frozen?.cells ? null : toUnits(cells, frozen.cells),
    histogram:
      aligned === null || histogram === null
        ? null
        : { counts: histogram.counts, underflow: histogram.underflow, overflow: histogram.overflow },
    sketch: aligned?.sketch ?? null,
    distinct,
  };
}

function levelsOf(
  { levels, levelsSeenOnce, levelRegisters, statistics, counts }: FeatureProfile,
  frozen: FrozenFeature | undefined,
): ProfileLevels | null {
  if (levels === null) return null;
  const seen = { seenOnce: levelsSeenOnce, unseen: counts?.unseen ?? null };
  let characters = 0;
  const kept = levels.filter(
    ({ value }, i) => (characters += value.length) < MOST_CHARACTERS && i < MOST_LEVELS,
  );
  if (kept.length === statistics.distinct) return { counts: kept, complete: true, registers: null, ...seen };
  const known = new Set(kept.map(({ value }) => value));
  const binned = (frozen?.bins ?? []).flatMap(({ type, value }, i) =>
    type === "category" && !known.has(String(value))
      ? [{ value: String(value), count: counts?.bins[i] ?? 0 }]
      : [],
  );
  const registers = levelRegisters === null ? null : differentOf(levelRegisters).registers;
  return { counts: [...kept, ...binned].sort(compareLevels), complete: false, registers, ...seen };
}

/** Most frequent first, then by code point. */
export function compareLevels(
  a: { value: string; count: number },
  b: { value: string; count: number },
): number {
  return b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
}
