import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DensityGrid } from "../../../src/profile/shape/density-grid.js";
import { Moments } from "../../../src/profile/values/moments.js";
import { Summary } from "../../../src/profile/values/summary.js";
import { numbersOf, withDataset } from "../../dataset/read-columns.js";

interface Expected {
  points: number[];
  density: { bandwidth: number; x: number[]; y: number[] } | null;
}

const text = readFileSync(new URL("../../expected/expected.json", import.meta.url), "utf8");
const { columns } = JSON.parse(text) as { columns: Record<string, Expected> };
const withDensity = Object.entries(columns).filter(([, { density }]) => density !== null);

function gridOf(values: Float64Array, edges: number[]): DensityGrid | null {
  const [summary, moments] = [new Summary(), new Moments()];
  for (const reader of [summary, moments]) reader.add(values, null);
  const grid = DensityGrid.for(
    { scale: "linear", edges },
    { summary, moments, distinct: new Set(values).size },
  );
  grid?.add(values, null);
  return grid;
}

test.each(withDensity)(
  "%s has SciPy's curve, to a thousandth of its peak",
  async (address, { points, density }) => {
    const [file = "", name = ""] = address.split(/ (.*)/);
    const path = fileURLToPath(new URL(`../../data/${file}`, import.meta.url));
    const all = await withDataset(path, { missingTokens: ["NA"] }, (dataset) => numbersOf(dataset, name));
    const drawn = Float64Array.from(
      all.filter((value) => value !== null && Number.isFinite(value) && !points.includes(value)) as number[],
    );
    const { x, y } = density!;
    const grid = gridOf(drawn, [x[0]!, x.at(-1)!])!;
    expect(grid.density(1).bandwidth / density!.bandwidth).toBeCloseTo(1, 12);
    const peak = Math.max(...y);
    for (const [i, at] of x.entries()) {
      expect(Math.abs(grid.at(at) / drawn.length - y[i]!)).toBeLessThanOrEqual(1e-3 * peak);
    }
  },
);

test("the curve describes the share that it is drawn for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (count, others) => {
      const values = Float64Array.from({ length: count }, (_, i) => Math.sin(i * i) + Math.sin(3 * i));
      const { x, y } = gridOf(values, [-10, 10])!.density(count + others);
      const step = x[1]! - x[0]!;
      const area = y.reduce((sum, height) => sum + height * step, 0);
      const share = count / (count + others);
      expect(area).toBeGreaterThan(0.9 * share);
      expect(area).toBeLessThan(1.02 * share);
      expect(y.every((height) => height >= 0)).toBe(true);
    }),
  );
});

test("the curve is cut at the data's own range within the edges", () => {
  const values = Float64Array.from({ length: 500 }, (_, i) => i);
  expect(gridOf(values, [-100, 250])!.density(500).x).toMatchObject({ 0: 0, 199: 250 });
  expect(gridOf(values, [100, 1000])!.density(500).x).toMatchObject({ 0: 100, 199: 499 });
});

test("no curve for few rows, few values, or nothing within the edges", () => {
  const many = Float64Array.from({ length: 199 }, (_, i) => i);
  expect(gridOf(many, [0, 199])).toBeNull();
  expect(
    gridOf(
      Float64Array.from({ length: 5000 }, (_, i) => i % 29),
      [0, 29],
    ),
  ).toBeNull();
  expect(
    gridOf(
      Float64Array.from({ length: 5000 }, (_, i) => i),
      [-2, -1],
    ),
  ).toBeNull();
});

test("values far from 0, where a double is coarser than a grid cell, have the curve of their distances from there", () => {
  const near = Float64Array.from(
    { length: 3000 },
    (_, i) => Math.round(8 * (Math.sin(i * i) + Math.sin(3 * i))) / 8,
  );
  const far = near.map((value) => value + 1e15);
  const [curve, same] = [gridOf(near, [-2, 2])!, gridOf(far, [1e15 - 2, 1e15 + 2])!];
  const peak = Math.max(...curve.density(1).y);
  for (let at = -2; at <= 2; at += 0.125) {
    expect(Math.abs(same.at(1e15 + at) - curve.at(at))).toBeLessThanOrEqual(1e-3 * peak);
  }
});

test.each([
  [5e-324, false],
  [1e-309, false],
  [1e-303, true],
  [1e300, true],
])("a curve higher than what a double holds is none, and sinks nothing: %d", (unit, isDrawn) => {
  const values = Float64Array.from({ length: 500 }, (_, i) => i * unit);
  const grid = gridOf(values, [0, 500 * unit]);
  expect(grid !== null).toBe(isDrawn);
  expect((grid?.density(500).y ?? []).every(Number.isFinite)).toBe(true);
});
