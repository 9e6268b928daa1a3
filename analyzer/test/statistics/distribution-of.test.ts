import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionOf } from "../../src/statistics/distribution-of.js";
import { shapeOf } from "../../src/statistics/shape-of.js";
import { freezeValues, profileValues } from "../profile/profile-csv.js";
import { temporaryFolder } from "../temporary-folder.js";

const folder = temporaryFolder();

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

test("both sides of numbers, with points, missing and infinite rows", async () => {
  const old = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 0 : i));
  const frozen = await freezeValues(folder, old);
  const current = await profileValues(folder, [0, 1, 399, 1000, -1000, null, "inf", "nan"], frozen);
  const { histogram, points, ...rest } = distributionOf(current, frozen);
  expect(rest).toEqual({
    rows: { current: 8, reference: 400 },
    missing: { current: 2, reference: 0 },
    infinite: { current: 1, reference: 0 },
    levels: null,
    otherLevels: null,
  });
  expect(points).toEqual([{ value: 0, current: 1, reference: 200 }]);
  expect(sum(histogram!.current.counts)).toBe(2);
  expect(histogram!.current).toMatchObject({ underflow: 1, overflow: 1, density: null });
  expect(sum(histogram!.reference!.counts)).toBe(200);
});

test("without a reference there is no other side", async () => {
  const profile = await profileValues(folder, [1, 2, 3]);
  const { histogram, rows } = distributionOf(profile, undefined);
  expect(histogram!.reference).toBeNull();
  expect(rows).toEqual({ current: 3, reference: null });
});

test("under a changed kind the current side stands alone", async () => {
  const frozen = await freezeValues(folder, ["x", "y"]);
  const { rows, histogram } = distributionOf(await profileValues(folder, [1, 2], frozen), frozen);
  expect(rows).toEqual({ current: 2, reference: null });
  expect(histogram!.reference).toBeNull();
});

describe("levels", () => {
  test("own, other, new and gone ones, by the reference's rows", async () => {
    const old = [...Array<string>(60).fill("x"), ...Array<string>(55).fill("y"), "rare", "gone"];
    const frozen = await freezeValues(folder, old);
    const profile = await profileValues(folder, ["x", "new", "rare", "new"], frozen);
    expect(distributionOf(profile, frozen).levels).toEqual([
      { value: "x", current: 1, reference: 60, bin: "own", change: null },
      { value: "y", current: 0, reference: 55, bin: "own", change: "gone" },
      { value: "gone", current: 0, reference: 1, bin: "other", change: "gone" },
      { value: "rare", current: 1, reference: 1, bin: "other", change: null },
      { value: "new", current: 2, reference: 0, bin: "other", change: "new" },
    ]);
  });

  test("a hundred at most; with the others they add up on both sides", async () => {
    const level = fc.integer({ min: 0, max: 150 }).map((number) => `level ${number}`);
    const column = fc.array(level, { minLength: 1, maxLength: 500 });
    await fc.assert(
      fc.asyncProperty(column, column, async (old, now) => {
        const frozen = await freezeValues(folder, old);
        const { levels, otherLevels } = distributionOf(await profileValues(folder, now, frozen), frozen);
        expect(levels!.length).toBeLessThanOrEqual(100);
        expect(sum(levels!.map(({ current }) => current)) + otherLevels!.current).toBe(now.length);
        expect(sum(levels!.map(({ reference }) => reference!)) + otherLevels!.reference!).toBe(old.length);
        expect(levels!.length + otherLevels!.levels).toBe(new Set([...old, ...now]).size);
      }),
      { numRuns: 20 },
    );
  });
});

describe("miniature", () => {
  test("at most 25 shares a side, which sum to what is drawn", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 300 }),
        async (values) => {
          const frozen = await freezeValues(folder, values);
          const distribution = distributionOf(await profileValues(folder, values, frozen), frozen);
          const { current, reference } = shapeOf(distribution)!;
          expect(current.length).toBeLessThanOrEqual(25);
          expect(sum(current)).toBeCloseTo(sum(distribution.histogram!.current.counts) / values.length, 12);
          expect(reference).toEqual(current);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("levels of both sides, and nothing where there is nothing", async () => {
    const profile = await profileValues(folder, ["x", "x", "y", null]);
    expect(shapeOf(distributionOf(profile, undefined))).toEqual({
      type: "levels",
      current: [0.5, 0.25],
      reference: null,
    });
    expect(shapeOf(distributionOf(await profileValues(folder, [null]), undefined))).toBeNull();
  });
});
