import type { DistributionDocument, FrozenFeature, LevelCount } from "../artifact/index.js";
import { isIdentifierLike } from "../drift/index.js";
import type { FeatureProfile } from "../profile/feature-profile.js";

/** Levels that a distribution tells apart at most. */
const MOST_LEVELS = 100;

/**
 * Levels of both sides: those with a frozen bin first, then the most frequent others, to a hundred; all else in sum. Of an
 * identifier or free text there is none: nothing draws them, and they may be persons.
 */
export function levelsOf(
  { levels, statistics, kind }: FeatureProfile,
  reference: FrozenFeature | undefined,
): Pick<DistributionDocument, "levels" | "otherLevels"> {
  if (levels === null) return { levels: null, otherLevels: null };
  const counts = new Map<string, LevelCount>();
  const own = new Set(
    reference?.bins.flatMap(({ type, value }) => (type === "category" ? [String(value)] : [])),
  );
  if (kind === "boolean")
    for (const value of ["true", "false"]) counts.set(value, level(value, 0, reference ? 0 : null));
  const isComplete = levels.length === statistics.distinct;
  const present = new Set(levels.map(({ value }) => value));
  // Of a level that is not among those kept, the rows are known only where all are kept.
  for (const { value, count } of reference?.levels ?? []) {
    if (isComplete || present.has(value) || own.has(value)) counts.set(value, level(value, 0, count));
  }
  for (const { value, count } of levels) {
    counts.set(value, level(value, count, counts.get(value)?.reference ?? (reference ? 0 : null)));
  }
  const knowsAll = reference !== undefined && reference.levels?.length === reference.statistics.distinct;
  const all = [...counts.values()].map((count): LevelCount => {
    const bin = reference === undefined || own.has(count.value) ? "own" : "other";
    return { ...count, bin, change: knowsAll ? changeOf(count) : null };
  });
  const ranked = all.sort((a, b) => Number(b.bin === "own") - Number(a.bin === "own") || compareWeight(a, b));
  const { identifierLike } = statistics;
  const isIdentifier = isIdentifierLike({ identifierLike, reference: reference?.statistics ?? null });
  const shown = ranked.slice(0, isIdentifier ? 0 : MOST_LEVELS);
  return {
    levels: shown.sort(compareLevels),
    otherLevels: others(shown, ranked.length, statistics, reference),
  };
}

function level(value: string, current: number, reference: number | null): LevelCount {
  return { value, current, reference, bin: "own", change: null };
}

function changeOf({ current, reference }: LevelCount): LevelCount["change"] {
  if (current > 0 && reference === 0) return "new";
  return current === 0 && (reference ?? 0) > 0 ? "gone" : null;
}

/** Most frequent on either side first: so a new level is seen. */
function compareWeight(a: LevelCount, b: LevelCount): number {
  return weight(b) - weight(a) || compareNames(a, b);
}

function weight({ current, reference }: LevelCount): number {
  return Math.max(current, reference ?? 0);
}

function compareLevels(a: LevelCount, b: LevelCount): number {
  return (b.reference ?? b.current) - (a.reference ?? a.current) || compareNames(a, b);
}

function compareNames(a: LevelCount, b: LevelCount): number {
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}

function others(
  shown: readonly LevelCount[],
  known: number,
  { count, distinct }: { count: number; distinct: number | null },
  reference: FrozenFeature | undefined,
): DistributionDocument["otherLevels"] {
  const sum = (side: (level: LevelCount) => number): number =>
    shown.reduce((rows, row) => rows + side(row), 0);
  const most = Math.max(known, distinct ?? 0, reference?.statistics.distinct ?? 0);
  return {
    levels: most - shown.length,
    current: count - sum(({ current }) => current),
    reference: reference === undefined ? null : reference.statistics.count - sum((row) => row.reference ?? 0),
  };
}
