import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rangeByChance } from "../../../src/drift/noise/range-by-chance.js";

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

/** Ways to draw m of n + m rows with `from` to `to` of the marked ones among them. */
function ways(marked: number, n: number, m: number, from: number, to: number): bigint {
  let sum = 0n;
  for (let k = Math.max(from, marked - n, 0); k <= Math.min(to, marked, m); k++) {
    sum += choose(marked, k) * choose(n + m - marked, m - k);
  }
  return sum;
}

test("the narrowest range that chance leaves no more often on either side, by exact arithmetic", () => {
  const rows = fc.integer({ min: 1, max: 120 });
  fc.assert(
    fc.property(rows, rows, fc.nat(), fc.integer({ min: 3, max: 2000 }), (n, m, of, times) => {
      const marked = of % (n + m + 1);
      const all = choose(n + m, m);
      // No fraction of these drawings equals it: doubles round.
      const chance = 2 / (2 * times + 2.000_003);
      const isRarer = (drawings: bigint): boolean => Number(drawings) <= chance * Number(all);
      const { least, greatest } = rangeByChance(marked, n, m, chance);
      const [bottom, top] = [Math.max(0, marked - n), Math.min(marked, m)];
      expect([
        isRarer(ways(marked, n, m, bottom, least - 1)),
        isRarer(ways(marked, n, m, greatest + 1, top)),
      ]).toEqual([true, true]);
      const middle = Math.floor(((marked + 1) * (m + 1)) / (n + m + 2));
      expect([
        least < middle && isRarer(ways(marked, n, m, bottom, least)),
        greatest > middle && isRarer(ways(marked, n, m, greatest, top)),
      ]).toEqual([false, false]);
    }),
  );
});

test.each([
  // SciPy 1.16, hypergeom(n + m, marked, m): ppf and isf of the same chance.
  [0, 500, 120, 0, 0],
  [620, 500, 120, 120, 120],
  [2_000_000, 50_000_000, 50_000_000, 997_697, 1_002_303],
  [500, 20_000, 5000, 72, 130],
  [28, 1000, 200, 0, 12],
  [3, 500, 30, 0, 2],
])("%d marked of %d and %d rows: %d to %d", (marked, n, m, least, greatest) => {
  expect(rangeByChance(marked, n, m, 0.0005)).toEqual({ least, greatest });
});
