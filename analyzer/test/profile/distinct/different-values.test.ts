import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ProfileDistinct } from "../../../src/artifact/index.js";
import {
  differentValues,
  mergeDifferent,
  registersOfTexts,
} from "../../../src/profile/distinct/different-values.js";
import {
  estimateDistinct,
  foldRegisters,
  mergeRegisters,
  readRegisters,
  registerError,
  writeRegisters,
} from "../../../src/profile/distinct/distinct-registers.js";
import { DistinctSketch } from "../../../src/profile/distinct/distinct-sketch.js";

const sorted = (values: Iterable<number>): Float64Array => Float64Array.from(new Set(values)).sort();
const values = fc.array(
  fc.integer({ min: 0, max: 400 }).map((value) => value / 8),
  { maxLength: 300 },
);

function registersOf(different: readonly number[]): Uint8Array {
  const sketch = new DistinctSketch();
  sketch.add(Float64Array.from(different), null);
  return sketch.registers;
}

test("shards tell together what the whole tells, in any order and grouping, exactly while they are few", () => {
  fc.assert(
    fc.property(values, values, values, (...shards) => {
      const [a, b, c] = shards.map((shard) => differentValues(sorted(shard))) as [
        ProfileDistinct,
        ProfileDistinct,
        ProfileDistinct,
      ];
      const whole = differentValues(sorted(shards.flat()));
      expect(mergeDifferent(mergeDifferent(a, b), c)).toEqual(whole);
      expect(mergeDifferent(b, mergeDifferent(c, a))).toEqual(whole);
      expect(whole.values === null).toBe(new Set(shards.flat()).size > 100);
      expect(mergeDifferent(a, null)).toBeNull();
    }),
  );
});

test("registers merge by maximum and fold to those of fewer", () => {
  fc.assert(
    fc.property(values, values, fc.constantFrom(256, 1024, 16_384), (a, b, size) => {
      const [first, second, both] = [registersOf(a), registersOf(b), registersOf([...a, ...b])];
      // As text: comparing typed arrays of 16,384 element by element takes a thousand times as long.
      const all = writeRegisters(both);
      expect(writeRegisters(mergeRegisters(first, second))).toBe(all);
      expect(writeRegisters(mergeRegisters(first, foldRegisters(second, size)))).toBe(
        writeRegisters(foldRegisters(both, size)),
      );
      expect(Buffer.from(readRegisters(all)).equals(both)).toBe(true);
    }),
  );
});

test("numbers and texts are counted within four standard errors by 2,048 registers", () => {
  for (const n of [500, 20_000, 1_000_000]) {
    const numbers = foldRegisters(registersOf(Array.from({ length: n }, (_, i) => i / 100)), 2048);
    const ids = Array.from({ length: n }, (_, i) => `application-${i}`);
    for (const registers of [numbers, foldRegisters(registersOfTexts(ids), 2048)])
      expect(Math.abs(estimateDistinct(registers) / n - 1)).toBeLessThan(4 * registerError(2048));
  }
});
