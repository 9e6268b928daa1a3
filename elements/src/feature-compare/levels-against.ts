import type { DistributionDocument, LevelCount } from "@featurescope/analyzer/artifact";

type Levels = Pick<DistributionDocument, "levels" | "otherLevels">;

/**
 * The levels of one run with another run's counts as the reference's, most frequent there first. A document lists at most
 * 100 levels: one that the other run may have among those left out goes to `otherLevels` with them.
 */
export function levelsAgainst(current: Levels, base: Levels): Levels {
  if (current.levels === null || base.levels === null) return { levels: null, otherLevels: null };
  const [now, before] = [countsOf(current), countsOf(base)];
  const names = [...new Set([...base.levels, ...current.levels].map(({ value }) => value))];
  const known = names.filter(
    (name) => (now.has(name) || isWhole(current)) && (before.has(name) || isWhole(base)),
  );
  const bins = new Map([...base.levels, ...current.levels].map(({ value, bin }) => [value, bin]));
  const levels = known
    .map((value): LevelCount & { reference: number } => {
      const [count, reference] = [now.get(value) ?? 0, before.get(value) ?? 0];
      const change = reference === 0 && count > 0 ? "new" : count === 0 && reference > 0 ? "gone" : null;
      return { value, current: count, reference, bin: bins.get(value)!, change };
    })
    .toSorted((a, b) => b.reference - a.reference || (a.value < b.value ? -1 : 1));
  const left = (counts: ReadonlyMap<string, number>, { otherLevels }: Levels): number =>
    names.reduce(
      (sum, name) => sum + (known.includes(name) ? 0 : (counts.get(name) ?? 0)),
      otherLevels?.current ?? 0,
    );
  return {
    levels,
    otherLevels: {
      current: left(now, current),
      reference: left(before, base),
      levels:
        names.length -
        known.length +
        Math.max(current.otherLevels?.levels ?? 0, base.otherLevels?.levels ?? 0),
    },
  };
}

function countsOf({ levels }: Levels): Map<string, number> {
  return new Map(levels?.map(({ value, current }) => [value, current]));
}

/** Whether a document lists every level with rows. */
function isWhole({ otherLevels }: Levels): boolean {
  return otherLevels === null || otherLevels.current === 0;
}
