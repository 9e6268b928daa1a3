import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Kernel } from "../../../src/profile/kernel.js";
import { QuantileSketch } from "../../../src/profile/ranks/quantile-sketch.js";
import { Ruler } from "../../../src/profile/ranks/ruler.js";
import { ValueKeys } from "../../../src/profile/ranks/value-keys.js";
import { FirstPass } from "../../../src/profile/scan/first-pass.js";
import { finiteValue, finiteValues } from "../arbitrary-values.js";

const place = fc.record({
  center: fc.oneof(finiteValue, fc.constantFrom(0, 1, 40, 1e9, -1e308)),
  unit: fc.oneof(
    fc.integer({ min: -40, max: 60 }).map((exponent) => 2 ** exponent),
    fc.constantFrom(5e-324, 2 ** -1060, 2 ** -1015, 2 ** 1023),
  ),
});
const RUNS = { numRuns: 50 };

test("keys are ordered like their values and hold them", () => {
  fc.assert(
    fc.property(place, finiteValues, (where, values) => {
      const keys = new ValueKeys(where, new Kernel());
      const found = [...values].sort((a, b) => a - b).map((value) => [value, keys.of(value)] as const);
      for (const [value, key] of found) {
        expect(key).toBeGreaterThanOrEqual(0);
        expect(key).toBeLessThan(keys.length);
        const [low, high] = keys.range(key);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }
      const order = found.map(([, key]) => key);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }),
  );
});

test("counts by key are those of the sketch, and of a ruler that looks at each value", () => {
  fc.assert(
    fc.property(place, finiteValues, fc.array(finiteValue, { maxLength: 9 }), (where, values, others) => {
      const marks = [...values.slice(0, 9), ...others];
      const [plain, sketch] = [new Ruler(marks), new QuantileSketch(where)];
      for (const reader of [plain, sketch]) reader.add(values, null);
      const points = values.slice(0, 2);
      const first = new FirstPass({ place: where, points: [...points], ruler: new Ruler(marks) }, 7);
      first.add(values.subarray(0, values.length >> 1), null);
      first.add(values.subarray(values.length >> 1), null);
      const counted = new QuantileSketch(where, first.keyed.sketch());
      counted.add(first.points.points, first.points.counts);
      expect(counted.counts).toEqual(sketch.counts);
      first.end();
      const edges = [...new Set(marks)].sort((a, b) => a - b);
      for (const mark of edges) {
        expect(first.ruler.at(mark)).toBe(plain.at(mark));
        expect(first.ruler.below(mark)).toBe(plain.below(mark));
      }
      fc.pre(edges.length > 0);
      const [cells, expected] = [first.ruler.cells(edges), plain.cells(edges)];
      expect(cells.inside).toEqual(expected.inside);
      const greatest = Math.max(...edges.map(Math.abs), Math.abs(where.center));
      const slack = greatest < 1e300 ? 1e-13 * values.length * greatest : Infinity;
      const errors = cells.sums.map((sum, i) => Math.abs(sum - expected.sums[i]!) || 0);
      expect(Math.max(0, ...errors)).toBeLessThanOrEqual(slack);
    }),
    RUNS,
  );
});
