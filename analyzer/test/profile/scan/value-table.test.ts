import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ValueTable } from "../../../src/profile/scan/value-table.js";
import { finiteValues } from "../arbitrary-values.js";

test("holds every value with its rows, sorted", () => {
  fc.assert(
    fc.property(finiteValues, (values) => {
      const table = new ValueTable(1000);
      expect(table.add(values)).toBe(values.length);
      const { values: distinct, counts } = table.sorted();
      expect([...distinct]).toEqual([...new Set(values.slice().sort())]);
      expect([...counts]).toEqual(
        [...distinct].map((value) => values.filter((other) => other === value).length),
      );
    }),
  );
});

test("grows to its cap and then says where it stopped", () => {
  const values = Float64Array.from({ length: 5000 }, (_, i) => Math.sin(i));
  const table = new ValueTable(3000);
  expect(table.add(values)).toBe(3000);
  expect(table.size).toBe(3000);
  expect(table.add(values.subarray(0, 3000))).toBe(3000);
  expect([...table.sorted().counts]).toEqual(Array<number>(3000).fill(2));
});
