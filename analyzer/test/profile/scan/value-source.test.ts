import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { SketchPlace } from "../../../src/profile/ranks/quantile-sketch.js";
import { Ruler } from "../../../src/profile/ranks/ruler.js";
import { firstLook } from "../../../src/profile/scan/first-look.js";
import { FirstPass } from "../../../src/profile/scan/first-pass.js";
import { HistogramSource } from "../../../src/profile/scan/histogram-source.js";
import type { ValueSource } from "../../../src/profile/scan/value-source.js";
import type { Scan } from "../../../src/profile/values/value-reader.js";
import { finiteValues } from "../arbitrary-values.js";
import { runScan } from "../run-scan.js";

/** Each histogram has a million buckets. */
const RUNS = { numRuns: 25 };

/** The route for many distinct values, with so small a budget that it has to cut and cut again. */
function* tightLook(points: readonly number[] = [], place: SketchPlace | null = null): Scan<ValueSource> {
  const first = new FirstPass({ place, points, ruler: new Ruler(points) }, 5);
  yield [first];
  first.end();
  return new HistogramSource(first, { values: 3, parts: 8 });
}

/** All routes: by table, by keys, some with values counted apart, around places that fit and that do not. */
function looks(values: Float64Array): Scan<ValueSource>[] {
  const [first = 0, middle = 0] = [values[0], values[values.length >> 1]];
  return [
    firstLook(null),
    firstLook(null, 2),
    firstLook({ place: { center: middle, unit: 1 }, points: [first, 17], ruler: new Ruler([first, 17]) }, 2),
    tightLook(),
    tightLook([first, middle], { center: first, unit: 2 ** -30 }),
  ];
}

function ranksOf(values: Float64Array): number[] {
  return Array.from(values, (_, rank) => rank);
}

test("values at all ranks are those of a sort, by table, by histogram and under a tight budget", () => {
  fc.assert(
    fc.property(finiteValues, (values) => {
      const sorted = values.slice().sort();
      for (const look of looks(values)) {
        const { result: source } = runScan(look, values);
        const { result: valueAt } = runScan(source.valuesAt(ranksOf(values), []), values);
        expect(ranksOf(values).map(valueAt)).toEqual([...sorted]);
      }
    }),
    RUNS,
  );
});

test("frequent values are found with their exact rows, by table and by histogram", () => {
  fc.assert(
    fc.property(finiteValues, (values) => {
      const counts = new Map<number, number>();
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
      const frequent = [...counts].filter(([, count]) => 10 * count >= values.length);
      const expected = frequent
        .map(([value, count]) => ({ value, count, below: values.filter((other) => other < value).length }))
        .sort((a, b) => b.count - a.count || a.value - b.value);
      for (const look of looks(values)) {
        const { result: source } = runScan(look, values);
        expect(runScan(source.frequent(), values).result).toEqual(expected);
      }
    }),
    RUNS,
  );
});

test("both routes count and sum alike", () => {
  fc.assert(
    fc.property(finiteValues, (values) => {
      const table = runScan(firstLook(null), values).result;
      const histogram = runScan(firstLook(null, 2), values).result;
      expect(histogram.summary).toEqual(table.summary);
      const [a, b] = [table.moments, histogram.moments];
      if (a.mean === null || b.mean === null || a.std === null || b.std === null) return;
      expect(Math.abs(a.mean - b.mean)).toBeLessThanOrEqual(1e-12 * Math.max(a.std, Math.abs(a.mean)));
      expect(Math.abs(a.std - b.std)).toBeLessThanOrEqual(1e-12 * a.std);
    }),
    RUNS,
  );
});

test("a column of many values needs three passes for its ranks, one of epoch milliseconds too", () => {
  const month = Float64Array.from({ length: 80_000 }, (_, i) => 1.767e12 + ((i * 7_919_317) % 2_592_000_000));
  const look = runScan(firstLook(null), month);
  const ranks = ranksOf(month).filter((rank) => rank % 160 === 0);
  const { result: valueAt, passes } = runScan(look.result.valuesAt(ranks, []), month);
  const sorted = month.slice().sort();
  expect(ranks.map(valueAt)).toEqual(ranks.map((rank) => sorted[rank]));
  expect(look.passes + passes).toBeLessThanOrEqual(3);
});

test("riders see every value exactly once on the way", () => {
  fc.assert(
    fc.property(finiteValues, fc.integer({ min: 1, max: 300 }), (values, cap) => {
      let [rows, sum] = [0, 0];
      const rider = {
        add(some: Float64Array, counts: Float64Array | null) {
          for (let i = 0; i < some.length; i++) {
            rows += counts?.[i] ?? 1;
            sum += Math.sign(some[i]!) * (counts?.[i] ?? 1);
          }
        },
      };
      const { result: source } = runScan(firstLook(null, cap), values);
      runScan(source.valuesAt([0], [rider]), values);
      runScan(source.measure(new Ruler([0]), [rider]), values);
      expect(rows).toBe(2 * values.length);
      expect(sum).toBe(2 * values.reduce((total, value) => total + Math.sign(value), 0));
    }),
    RUNS,
  );
});
