import { expect, test } from "vitest";
import { freezeFeature } from "../../src/profile/freeze-feature.js";
import { temporaryFolder } from "../temporary-folder.js";
import { freezeValues, profileValues } from "./profile-csv.js";

const folder = temporaryFolder();
const values = Array.from({ length: 1000 }, (_, i) => (i % 5 === 0 ? 0 : i));

test("the id is that of bins, display edges and counts: equal for equal rows in any order, else another", async () => {
  const { referenceId } = await freezeValues(folder, values);
  expect(referenceId).toMatch(/^[0-9a-f]{64}$/);
  expect((await freezeValues(folder, values.toReversed())).referenceId).toBe(referenceId);
  expect((await freezeValues(folder, [...values, 1])).referenceId).not.toBe(referenceId);
});

test("cells are equal-rank cells with the clip ends put in", async () => {
  const { cells, statistics } = await freezeValues(folder, values);
  const sorted = values.toSorted((a, b) => a - b);
  expect(cells!.edges).toContain(cells!.clipLow);
  expect(cells!.edges).toContain(cells!.clipHigh);
  expect(cells!.edges[0]).toBe(statistics.min);
  expect(cells!.edges.at(-1)).toBe(statistics.max);
  expect(cells!.clipHigh).toBeCloseTo(sorted[998]! + 0.001 * (sorted[999]! - sorted[998]!), 12);
  const clipped = sorted.map((value) => Math.min(cells!.clipHigh, Math.max(cells!.clipLow, value)));
  const mean = clipped.reduce((sum, value) => sum + value, 0) / 1000;
  const std = Math.sqrt(clipped.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 999);
  expect(cells!.clippedStd).toBeCloseTo(std, 9);
});

test("intervals come first, ascending and without gaps; then points, missing, infinite", async () => {
  const { bins } = await freezeValues(folder, [...values, null, "inf"]);
  const intervals = bins.filter(({ type }) => type === "interval");
  expect(intervals.map(({ low }) => low)).toEqual([null, ...intervals.slice(0, -1).map(({ high }) => high)]);
  expect(intervals.at(-1)!.high).toBeNull();
  expect(bins.slice(intervals.length).map(({ type, value, reference }) => [type, value, reference])).toEqual([
    ["point", 0, 200],
    ["missing", null, 1],
    ["infinite", null, 1],
  ]);
});

test("what has no bins has an id all the same", async () => {
  const profile = await profileValues(folder, [1, 2]);
  expect(freezeFeature({ ...profile, own: null, histogram: null })).toMatchObject({ bins: [], cells: null });
});
