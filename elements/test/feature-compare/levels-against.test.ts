import type { DistributionDocument, LevelCount } from "@featurescope/analyzer/artifact";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { levelsAgainst } from "../../src/feature-compare/levels-against.js";

type Levels = Pick<DistributionDocument, "levels" | "otherLevels">;

function levels(counts: Record<string, number>, other = 0): Levels {
  return {
    levels: Object.entries(counts).map(([value, current]): LevelCount => ({
      value,
      current,
      reference: 1,
      bin: "own",
      change: null,
    })),
    otherLevels: { current: other, reference: 0, levels: other === 0 ? 0 : 1 },
  };
}

test("pairs the levels of both runs, most frequent in the base first", () => {
  const { levels: pairs } = levelsAgainst(
    levels({ owner: 10, rent: 20, other: 1 }),
    levels({ owner: 5, rent: 9, parents: 7 }),
  );
  expect(pairs!.map(({ value, current, reference, change }) => [value, current, reference, change])).toEqual([
    ["rent", 20, 9, null],
    ["parents", 0, 7, "gone"],
    ["owner", 10, 5, null],
    ["other", 1, 0, "new"],
  ]);
});

function total({ levels, otherLevels }: Levels): number {
  return levels!.reduce((sum, { current }) => sum + current, otherLevels!.current);
}

test("loses no row, whatever each document lists and leaves out", () => {
  const counts = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 1, max: 50 }));
  const rest = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(counts, rest, counts, rest, (now, restNow, before, restBefore) => {
      const [current, base] = [levels(now, restNow), levels(before, restBefore)];
      const both = levelsAgainst(current, base);
      expect(total(both)).toBe(total(current));
      const reference =
        both.levels!.reduce((sum, level) => sum + level.reference!, 0) + both.otherLevels!.reference!;
      expect(reference).toBe(total(base));
    }),
  );
});

test("calls no level new or gone that the other document may have left out", () => {
  const { levels: pairs } = levelsAgainst(levels({ a: 4, b: 1 }), levels({ a: 3 }, 12));
  expect(pairs!.map(({ value }) => value)).toEqual(["a"]);
});

test("has no levels where a run has none", () => {
  expect(levelsAgainst({ levels: null, otherLevels: null }, levels({ a: 1 }))).toEqual({
    levels: null,
    otherLevels: null,
  });
});
