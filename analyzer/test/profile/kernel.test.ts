import * as fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { BLOCK, Kernel } from "../../src/profile/kernel.js";
import { finiteValue } from "./arbitrary-values.js";

const anyValue = fc.oneof(finiteValue, fc.constantFrom(NaN, Infinity, -Infinity, -0, null));
const values = fc.array(finiteValue, { minLength: 1, maxLength: 70 });
const weighted = fc.array(fc.tuple(finiteValue, fc.integer({ min: 1, max: 9 })), {
  minLength: 1,
  maxLength: 70,
});
const kernel = new Kernel();
const { run, results } = kernel;

function hold(pairs: readonly (readonly [number, number])[]): number {
  return kernel.hold(
    Float64Array.from(pairs, ([value]) => value),
    Float64Array.from(pairs, ([, rows]) => rows),
  );
}
const rowsOf = (pairs: readonly (readonly [number, number])[]): number =>
  pairs.reduce((sum, [, rows]) => sum + rows, 0);

// What a block leaves behind its end must not matter to the next one.
beforeEach(() => {
  kernel.hold(new Float64Array(BLOCK).fill(-1e300), new Float64Array(BLOCK).fill(1e6));
});

test("finite values are taken in their order, −0 as 0, all others counted by what they are", () => {
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 200 }), (rows) => {
      kernel.input.set(rows.map((value) => value ?? 7));
      kernel.validity.fill(0);
      for (const [i, value] of rows.entries()) if (value !== null) kernel.validity[i >> 3]! |= 1 << (i & 7);
      const finite = rows.filter((value) => value !== null && Number.isFinite(value));
      const length = run.takeFinite(rows.length);
      expect([...kernel.values.subarray(0, length)]).toEqual(finite.map((value) => value! + 0));
      const others = [null, NaN, Infinity, -Infinity];
      const counts = others.map((other) => rows.filter((value) => Object.is(value, other)).length);
      expect([...results.subarray(0, 4)]).toEqual(counts);
    }),
  );
});

test("a value is left out wherever it is, with its rows", () => {
  fc.assert(
    fc.property(weighted, fc.nat(), (pairs, at) => {
      const point = pairs[at % pairs.length]![0];
      const left = pairs.filter(([value]) => value !== point);
      expect(run.leaveOut(hold(pairs), point)).toBe(left.length);
      expect([...kernel.values.subarray(0, left.length)]).toEqual(left.map(([value]) => value));
      expect([...kernel.rows.subarray(0, left.length)]).toEqual(left.map(([, rows]) => rows));
      expect(results[0]).toBe(rowsOf(pairs.filter(([value]) => value === point)));
    }),
  );
});

test("values are clipped to a range", () => {
  fc.assert(
    fc.property(values, finiteValue, finiteValue, (numbers, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const length = kernel.hold(Float64Array.from(numbers), null);
      run.clip(length, low, high);
      const expected = numbers.map((value) => Math.min(high, Math.max(low, value)));
      expect([...kernel.values.subarray(0, length)]).toEqual(expected);
    }),
  );
});

test("extremes, signs and whole numbers are those of a look at each value", () => {
  fc.assert(
    fc.property(weighted, (pairs) => {
      const numbers = pairs.map(([value]) => value);
      const length = hold(pairs);
      run.findExtremes(length);
      expect([...results.subarray(0, 3)]).toEqual([
        Math.min(...numbers),
        Math.max(...numbers),
        rowsOf(pairs),
      ]);
      run.countSigns(length);
      expect(results[0]).toBe(rowsOf(pairs.filter(([value]) => value === 0)));
      expect(results[1]).toBe(rowsOf(pairs.filter(([value]) => value < 0)));
      expect(run.areWhole(length)).toBe(numbers.every(Number.isInteger) ? 1 : 0);
    }),
  );
});

test("powers are summed over all rows", () => {
  const small = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(small, { minLength: 1, maxLength: 70 }), (pairs) => {
      run.sumPowers(hold(pairs), 0.25, 3);
      const x = pairs.flatMap(([value, rows]) => Array.from({ length: rows }, () => value / 4 - 3));
      const sum = x.reduce((total, value) => total + value, 0);
      const powers = [1, 2, 3, 4].map((p) =>
        x.reduce((total, value) => total + (value - sum / x.length) ** p, 0),
      );
      expect([...results.subarray(0, 2)]).toEqual([x.length, sum]);
      for (const [i, power] of powers.entries())
        expect(Math.abs(results[2 + i]! - power)).toBeLessThan(1e-11 * 253 ** (i + 1) * x.length);
    }),
  );
});

test("registers are those of the same hash, computed value by value", () => {
  fc.assert(
    fc.property(values, (numbers) => {
      kernel.registers.fill(0);
      run.registerValues(kernel.hold(Float64Array.from(numbers), null));
      const expected = new Map<number, number>();
      for (const value of numbers) {
        const [low, high] = new Uint32Array(Float64Array.of(value).buffer) as unknown as [number, number];
        const register = mix(mix(low ^ 0x9e3779b9) ^ high) & (kernel.registers.length - 1);
        const rank = Math.clz32(mix(mix(high ^ 0x7f4a7c15) ^ low)) + 1;
        expected.set(register, Math.max(rank, expected.get(register) ?? 0));
      }
      const found = [...kernel.registers.entries()].filter(([, rank]) => rank > 0);
      expect(new Map(found)).toEqual(expected);
    }),
  );
});

test("keys are the upper bits of the distance; rows and distances are added to theirs, flagged ones found", () => {
  const [center, shift, base, middle] = [40, 10, 1_000_000, 26_625] as const;
  fc.assert(
    fc.property(weighted, fc.nat({ max: 5 }), (pairs, every) => {
      kernel.counts.fill(0);
      kernel.sums.fill(0);
      const length = hold(pairs);
      run.findKeys(length, center, shift, base, middle);
      const expected = pairs.map(([value]) => {
        const word = new Int32Array(Float64Array.of(value - center).buffer)[1]!;
        const steps = Math.max(0, Math.min(middle, ((word & 0x7fffffff) >>> shift) - base));
        return middle + (word < 0 ? -steps : steps);
      });
      expect([...kernel.keys.subarray(0, length)]).toEqual(expected);
      run.countKeys(length);
      for (const key of new Set(expected)) {
        const own = pairs.filter((_, i) => expected[i] === key);
        expect(kernel.counts[key]).toBe(rowsOf(own));
        expect(kernel.sums[key]).toBe(own.reduce((sum, [value, rows]) => sum + rows * (value - center), 0));
      }
      kernel.flags.fill(0);
      const isFlagged = (key: number): boolean => key % (every + 1) === 0;
      for (const key of expected) kernel.flags[key] = isFlagged(key) ? 3 : 1;
      const places = kernel.places.subarray(0, run.findFlagged(length, 2));
      expect([...places]).toEqual([...expected.keys()].filter((i) => isFlagged(expected[i]!)));
    }),
  );
});

function mix(word: number): number {
  let hash = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return hash ^ (hash >>> 15);
}
