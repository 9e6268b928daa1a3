import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ProfileLevels } from "../../../src/artifact/index.js";
import { registersOfTexts } from "../../../src/profile/distinct/different-values.js";
import {
  estimateDistinct,
  readRegisters,
  writeRegisters,
} from "../../../src/profile/distinct/distinct-registers.js";
import { mergeLevels } from "../../../src/profile/merge/merge-levels.js";
import { compareLevels } from "../../../src/profile/merge/profile-counts.js";

type Table = ReadonlyMap<string, number>;

const rows = fc
  .array(fc.constantFrom("a", "b", "c", "d", "年龄", "f", "g"), { maxLength: 40 })
  .map((values): Table => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  });

/** A table's levels, to a number of them. */
function levelsOf(counts: Table, most: number): ProfileLevels {
  const all = [...counts].map(([value, count]) => ({ value, count })).sort(compareLevels);
  const complete = all.length <= most;
  return {
    counts: all.slice(0, most),
    complete,
    registers: complete ? null : writeRegisters(registersOfTexts(counts.keys())),
    seenOnce: all.filter(({ count }) => count === 1).length,
    unseen: 1,
  };
}

const sum = (tables: readonly Table[], value: string): number =>
  tables.reduce((total, table) => total + (table.get(value) ?? 0), 0);

test("every level that is kept has its exact count, in any order and grouping; without a cut all are kept", () => {
  fc.assert(
    fc.property(fc.tuple(rows, rows, rows), fc.integer({ min: 1, max: 8 }), (tables, most) => {
      const [a, b, c] = tables.map((table) => levelsOf(table, most)) as [
        ProfileLevels,
        ProfileLevels,
        ProfileLevels,
      ];
      const merged = mergeLevels(mergeLevels(a, b), c)!;
      expect(mergeLevels(c, mergeLevels(b, a))).toEqual(merged);
      for (const { value, count } of merged.counts) expect(count).toBe(sum(tables, value));
      expect(merged.unseen).toBe(3);
      const all = new Set(tables.flatMap((table) => [...table.keys()]));
      const once = [...all].filter((value) => sum(tables, value) === 1).length;
      expect(merged.seenOnce).toBe(merged.complete ? once : null);
      expect(merged.counts.length === all.size || !merged.complete).toBe(true);
      // So few are counted exactly by registers too.
      const registers = merged.registers === null ? null : estimateDistinct(readRegisters(merged.registers));
      expect(registers).toBe(merged.complete ? null : all.size);
    }),
  );
});
