import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rowsBeyondByChance } from "../../../src/drift/noise/rows-beyond-by-chance.js";

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

/** Orders of n reference and m current values in which more than k current ones are above all of the reference's, of all orders. */
function orders(n: number, m: number, k: number): [beyond: bigint, all: bigint] {
  return [k >= m ? 0n : choose(n + m - k - 1, n), choose(n + m, n)];
}

test("the law is that of all orders, counted one by one", () => {
  for (const [n, m] of [
    [1, 5],
    [3, 4],
    [5, 3],
    [4, 7],
  ] as const) {
    const seen = Array.from({ length: m }, () => 0);
    let all = 0;
    for (let order = 0; order < 2 ** (n + m); order++) {
      const isCurrent = Array.from({ length: n + m }, (_, i) => ((order >> i) & 1) === 1);
      if (isCurrent.filter(Boolean).length !== m) continue;
      all++;
      const above = n + m - 1 - isCurrent.lastIndexOf(false);
      for (let k = 0; k < above; k++) seen[k]!++;
    }
    seen.forEach((count, k) => expect(orders(n, m, k)).toEqual([BigInt(count), BigInt(all)]));
  }
});

test("the least number that chance exceeds no more often, by exact arithmetic", () => {
  const rows = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: 2000 }), (n, m, times) => {
      // Half a count away from where both could be equal: doubles round.
      const chance = 2 / (2 * times + 1.01);
      const isRarer = (k: number): boolean => {
        const [beyond, all] = orders(n, m, k);
        return BigInt(Math.round(1e6 / chance)) * beyond <= 1_000_000n * all;
      };
      const k = rowsBeyondByChance(n, m, chance);
      expect([isRarer(k), k > 0 && isRarer(k - 1)]).toEqual([true, false]);
    }),
  );
});

test.each([
  [100_000_000, 100_000_000, 0.0001, 13],
  [200, 20_000, 0.0001, 904],
  [20_000, 200, 0.0001, 1],
  [2000, 0, 0.0001, 0],
  [0, 50, 0.0001, 50],
])("%d and %d rows", (n, m, chance, expected) => {
  expect(rowsBeyondByChance(n, m, chance)).toBe(expected);
});
