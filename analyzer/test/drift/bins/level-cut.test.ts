import * as fc from "fast-check";
import { expect, test } from "vitest";
import { levelCut, levelThreshold } from "../../../src/drift/index.js";
import { randomOf } from "../random.js";

/** Rows of each of some equally frequent levels. */
function uniform(levels: number, rows: number, seed: number): number[] {
  const random = randomOf(seed);
  const counts = Array.from({ length: levels }, () => 0);
  for (let i = 0; i < rows; i++) counts[Math.floor(levels * random())]!++;
  return counts;
}

const own = (counts: readonly number[], rows: number): number =>
  counts.filter((count) => count >= levelCut(counts, rows)).length;

test("where few levels are near the threshold, it is the cut", () => {
  expect(levelCut([9000, 6000, 4000, 600, 300, 90, 10], 20_000)).toBe(200);
  expect(levelCut([], 20_000)).toBe(200);
  const zipf = Array.from({ length: 500 }, (_, i) => Math.round(2944 / (i + 1)));
  expect(levelCut(zipf, 20_000)).toBe(200);
});

test("levels that chance would choose among are taken all, or none of them", () => {
  for (const seed of [1, 2, 3]) {
    expect(own(uniform(100, 20_000, seed), 20_000)).toBe(100);
    expect(own(uniform(60, 3000, seed), 3000)).toBe(60);
    expect(own(uniform(150, 20_000, seed), 20_000)).toBe(0);
  }
});

test("a level at the threshold joins a few rare rows, which its rows would else be told from by chance", () => {
  const counts = [12_000, 7790, 200, 10];
  expect(own(counts, 20_000)).toBe(2);
  expect(own([12_000, 7700, 290, 10], 20_000)).toBe(3);
});

test("the cut stays between half and one and a half of the threshold, whatever the order of levels", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 300 }), (counts) => {
      const rows = counts.reduce((sum, count) => sum + count, 0);
      const cut = levelCut(counts, rows);
      expect(cut).toBeGreaterThanOrEqual(levelThreshold(rows) / 2);
      expect(cut).toBeLessThanOrEqual(Math.ceil(1.5 * levelThreshold(rows)));
      expect(levelCut(counts.toReversed(), rows)).toBe(cut);
    }),
  );
});
