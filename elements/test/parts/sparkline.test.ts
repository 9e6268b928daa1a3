import { expect, test } from "vitest";
import { type SparklineRun, sparkline } from "../../src/parts/sparkline.js";
import { draw, numbersIn } from "./draw.js";

const limits = { watch: 0.1, shifted: 0.25 };
const size = { width: 130, height: 28 };

function run(populationStabilityIndex: number | null, referenceId = "ab"): SparklineRun {
  return { populationStabilityIndex, referenceId };
}

function strokes(runs: readonly SparklineRun[]): string[] {
  const place = draw(sparkline({ ...size, runs, limits, state: "stable" }));
  return place.querySelector(".trend")!.getAttribute("d")!.split("M").slice(1);
}

test("joins runs of one reference", () => {
  expect(strokes([run(0.01), run(0.2), run(0.02)])).toHaveLength(1);
});

test("breaks the line where the reference changes and where a run has no index", () => {
  expect(strokes([run(0.01), run(0.02, "cd"), run(0.03, "cd")])).toHaveLength(2);
  expect(strokes([run(0.01), run(null), run(0.03)])).toHaveLength(2);
});

function lastAt(runs: SparklineRun[]): number {
  const place = draw(sparkline({ ...size, runs, limits, state: "watch", slots: 30 }));
  return numbersIn(place.querySelector(".glyph")!.getAttribute("transform")!)[0]!;
}

test("aligns fewer runs than slots at the newest", () => {
  const newest = lastAt(Array.from({ length: 30 }, () => run(0.1)));
  expect(lastAt([run(0.1)])).toBe(newest);
  expect(lastAt([run(0.1), run(0.1)])).toBe(newest);
});

test("draws a greater index higher, and never out of its frame", () => {
  const heights = [0, 0.05, 0.1, 0.3, 5].map((index) => {
    const place = draw(
      sparkline({ ...size, runs: [run(0), run(index)], limits, state: "stable", highest: 0.42 }),
    );
    return numbersIn(place.querySelector(".glyph")!.getAttribute("transform")!)[1]!;
  });
  expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  expect(new Set(heights).size).toBe(heights.length);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...heights)).toBeLessThanOrEqual(size.height);
});

function bands(usual: { low: number; high: number } | null): number {
  const place = draw(sparkline({ ...size, runs: [run(0.1)], limits, state: "stable", usual }));
  return place.querySelectorAll(".usual").length;
}

test("shows the usual range only where it is known", () => {
  expect(bands(null)).toBe(0);
  expect(bands({ low: 0.01, high: 0.06 })).toBe(1);
});

test("survives having no runs", () => {
  const place = draw(sparkline({ ...size, runs: [], limits, state: "unknown" }));
  expect(place.querySelector(".glyph")).toBeNull();
});
