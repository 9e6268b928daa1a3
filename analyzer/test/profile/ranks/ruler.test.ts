import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Ruler } from "../../../src/profile/ranks/ruler.js";
import { finiteValue } from "../arbitrary-values.js";

const number = fc.oneof(finiteValue, fc.integer({ min: -9, max: 9 }));
const marks = fc.uniqueArray(number, { minLength: 1, maxLength: 12 });
const values = fc.array(number, { maxLength: 200 });

test("counts on, between and beyond marks are those of a look at each value", () => {
  fc.assert(
    fc.property(marks, values, (edges, some) => {
      const ruler = new Ruler(edges);
      ruler.add(Float64Array.from(some), null);
      for (const edge of edges) {
        expect(ruler.at(edge)).toBe(some.filter((value) => value === edge).length);
        expect(ruler.below(edge)).toBe(some.filter((value) => value < edge).length);
        for (const other of edges) {
          if (other < edge) continue;
          expect(ruler.between(edge, other)).toBe(
            some.filter((value) => value >= edge && value < other).length,
          );
        }
      }
      const [first, last] = [Math.min(...edges), Math.max(...edges)];
      expect(ruler.between(-Infinity, first)).toBe(some.filter((value) => value < first).length);
      expect(ruler.between(last, Infinity)).toBe(some.filter((value) => value >= last).length);
      expect(ruler.between(-Infinity, Infinity)).toBe(some.length);
    }),
  );
});

test("cells take every value once, with its distance from the low edge", () => {
  const small = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 200 });
  const edges = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(edges, edges, small, (some, others, numbers) => {
      const sorted = some.sort((a, b) => a - b);
      const ruler = new Ruler([...others, ...sorted]);
      ruler.add(Float64Array.from(numbers), null);
      const { below, above, equal, inside, sums } = ruler.cells(sorted);
      const within = sorted
        .slice(1)
        .map((high, i) => numbers.filter((value) => value > sorted[i]! && value < high));
      expect(inside).toEqual(within.map((cell) => cell.length));
      expect(sums).toEqual(within.map((cell, i) => cell.reduce((sum, value) => sum + value - sorted[i]!, 0)));
      expect(equal).toEqual(sorted.map((edge) => numbers.filter((value) => value === edge).length));
      const all = [below, above, ...equal, ...inside].reduce((sum, count) => sum + count, 0);
      expect(all).toBe(numbers.length);
    }),
  );
});

test("counts weigh like as many rows", () => {
  const ruler = new Ruler([0, 10]);
  ruler.add(Float64Array.of(-1, 0, 4, 10, 11), Float64Array.of(1, 2, 3, 4, 5));
  expect(ruler.cells([0, 10])).toEqual({ below: 1, above: 5, equal: [2, 4], inside: [3], sums: [12] });
});

test("a sum beyond what a double holds is 0, so that a reference of such values can be frozen", () => {
  const [low, high] = [-Number.MAX_VALUE, Number.MAX_VALUE];
  const ruler = new Ruler([low, 1, 2, high]);
  ruler.add(Float64Array.of(0, 1.5, 1e308, 1e308), null);
  expect(ruler.cells([1, high])).toMatchObject({ inside: [3], sums: [0] });
  expect(ruler.cells([low, 1, 2, high])).toMatchObject({
    inside: [1, 1, 2],
    sums: [Number.MAX_VALUE, 0.5, 0],
  });
});
