import * as fc from "fast-check";
import { expect, test } from "vitest";
import { kolmogorovSmirnovStatistic } from "../../src/drift/measures/kolmogorov-smirnov-statistic.js";
import { wassersteinDistance } from "../../src/drift/measures/wasserstein-distance.js";
import { countByHand } from "./count-by-hand.js";
import { DRAWS } from "./draws.js";
import { expected } from "./expected.js";
import { freezeNumbers } from "./freeze-by-hand.js";
import { randomOf } from "./random.js";

test.each(expected.distances)("$name: within 0.002 of SciPy's value on the rows", (scipy) => {
  const [reference, current] = DRAWS[scipy.name]!;
  const random = randomOf(scipy.seed);
  const frozen = freezeNumbers(Array.from({ length: scipy.reference }, () => reference(random)));
  const counts = countByHand(
    frozen,
    Array.from({ length: scipy.current }, () => current(random)),
  );
  const statistic = kolmogorovSmirnovStatistic(frozen.cells!, counts.cells!)!;
  expect(Math.abs(statistic - scipy.kolmogorovSmirnov)).toBeLessThan(0.002);
  expect(statistic).toBeLessThanOrEqual(scipy.kolmogorovSmirnov + 1e-12);
  const distance = wassersteinDistance(frozen.cells!, counts.cells!)!;
  expect(Math.abs(distance - scipy.wasserstein)).toBeLessThan(0.002);
});

/** The empirical distribution function. */
function through(rows: number[], x: number): number {
  return rows.filter((row) => row <= x).length / rows.length;
}

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 80 });

test("with fewer reference rows than cells the statistic is exact", () => {
  fc.assert(
    fc.property(values, values, (reference, current) => {
      const frozen = freezeNumbers(reference);
      const { cells } = countByHand(frozen, current);
      const edges = [...reference, ...current].sort((a, b) => a - b);
      const greatest = Math.max(...edges.map((x) => Math.abs(through(reference, x) - through(current, x))));
      expect(kolmogorovSmirnovStatistic(frozen.cells!, cells!)).toBeCloseTo(greatest, 12);
    }),
  );
});

test("from the reference to itself both are 0", () => {
  fc.assert(
    fc.property(values, (reference) => {
      const frozen = freezeNumbers(reference);
      const { cells } = countByHand(frozen, reference);
      expect(kolmogorovSmirnovStatistic(frozen.cells!, cells!)).toBe(0);
      expect(wassersteinDistance(frozen.cells!, cells!) ?? 0).toBe(0);
    }),
  );
});

test("the statistic lies between 0 and 1; the distance is never negative and not beyond the clip ends", () => {
  fc.assert(
    fc.property(values, values, (reference, current) => {
      const { cells } = freezeNumbers(reference);
      const counts = countByHand(freezeNumbers(reference), current).cells!;
      const statistic = kolmogorovSmirnovStatistic(cells!, counts)!;
      expect(statistic).toBeGreaterThanOrEqual(0);
      expect(statistic).toBeLessThanOrEqual(1);
      const distance = wassersteinDistance(cells!, counts) ?? 0;
      const widest = (cells!.clipHigh - cells!.clipLow) / (cells!.clippedStd || 1);
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThanOrEqual(widest * (1 + 1e-12));
    }),
  );
});

test("to a single value it is the mean way there", () => {
  const frozen = freezeNumbers(Array.from({ length: 1001 }, (_, i) => i));
  const { cells } = countByHand(
    frozen,
    Array.from({ length: 1001 }, () => 500),
  );
  const mean = Array.from({ length: 1001 }, (_, i) => Math.abs(i - 500)).reduce((a, b) => a + b) / 1001;
  expect(wassersteinDistance(frozen.cells!, cells!)).toBeCloseTo(mean / frozen.cells!.clippedStd, 2);
});

test("an outlier is harmless", () => {
  const frozen = freezeNumbers(Array.from({ length: 1000 }, (_, i) => i));
  const rows = Array.from({ length: 1000 }, (_, i) => (i === 0 ? 1e300 : i));
  expect(wassersteinDistance(frozen.cells!, countByHand(frozen, rows).cells!)).toBeLessThan(0.01);
});

test("a constant reference has no scale to measure by; without values there is nothing to compare", () => {
  const constant = freezeNumbers([5, 5, 5]);
  const moved = countByHand(constant, [5, 6]).cells!;
  expect(wassersteinDistance(constant.cells!, moved)).toBeNull();
  expect(kolmogorovSmirnovStatistic(constant.cells!, moved)).toBe(0.5);
  const empty = countByHand(constant, [null]).cells!;
  expect(kolmogorovSmirnovStatistic(constant.cells!, empty)).toBeNull();
});
