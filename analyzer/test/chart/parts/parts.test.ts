import * as fc from "fast-check";
import { expect, test } from "vitest";
import { axisRows, withUnit } from "../../../src/chart/parts/axis-rows.js";
import { hatchLines } from "../../../src/chart/parts/hatch-lines.js";
import { positionScale } from "../../../src/chart/parts/position-scale.js";
import { roomFor } from "../../../src/chart/parts/room-for.js";
import { textWidth } from "../../../src/chart/parts/text-width.js";

test("hatching stays within its rectangle and runs at 45°", () => {
  const side = fc.double({ min: 1, max: 300, noNaN: true });
  fc.assert(
    fc.property(side, side, side, side, (left, top, width, height) => {
      const box = { left, top, right: left + width, bottom: top + height };
      for (const line of hatchLines(box, "current")) {
        for (const x of [line["x"], line["x2"]].map(Number)) {
          expect(x).toBeGreaterThanOrEqual(box.left - 1e-9);
          expect(x).toBeLessThanOrEqual(box.right + 1e-9);
        }
        for (const y of [line["y"], line["y2"]].map(Number)) {
          expect(y).toBeGreaterThanOrEqual(box.top - 1e-9);
          expect(y).toBeLessThanOrEqual(box.bottom + 1e-9);
        }
        expect(Number(line["x"]) + Number(line["y"])).toBeCloseTo(Number(line["x2"]) + Number(line["y2"]), 6);
      }
    }),
  );
});

test("a scale maps ends to ends, and a logarithmic one the geometric mean to the middle", () => {
  const linear = positionScale("linear", [10, 20], [100, 200]);
  expect([10, 15, 20].map(linear)).toEqual([100, 150, 200]);
  const log = positionScale("log", [1, 10_000], [0, 400]);
  expect(log(100)).toBeCloseTo(200, 9);
  expect(positionScale("linear", [5, 5], [0, 10])(5)).toBe(5);
});

test("a rest may stretch a scale to twice the bars, and is cut beyond", () => {
  expect(roomFor([0.1, 0.2], [0.3])).toBe(0.3);
  expect(roomFor([0.1, 0.2], [0.9])).toBeCloseTo(0.22, 9);
  expect(roomFor([0], [0.9])).toBe(0.9);
  expect(roomFor([], [])).toBeGreaterThan(0);
});

test("labels of an axis never touch, stay within the zone, and the last one is kept", () => {
  const ticks = fc.uniqueArray(fc.integer({ min: 0, max: 740 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(ticks, fc.integer({ min: 1, max: 12 }), (places, digits) => {
      const sorted = places.toSorted((a, b) => a - b);
      const label = "8".repeat(digits);
      const { texts = [] } = axisRows(
        sorted.map((x) => ({ x, label })),
        { top: 0, width: 740 },
      );
      const width = textWidth(label, 11);
      const spans = texts.map(({ x }) => [Number(x) - width / 2, Number(x) + width / 2] as const);
      expect(spans.length).toBeGreaterThan(0);
      for (const [left, right] of spans) {
        expect(left).toBeGreaterThanOrEqual(-1e-9);
        expect(right).toBeLessThanOrEqual(740 + 1e-9);
      }
      const gaps = spans.slice(1).map(([left], i) => left - spans[i]![1]);
      expect(gaps.every((gap) => gap > 0)).toBe(true);
    }),
  );
});

test("a unit follows after a space, in Chinese without one", () => {
  expect(withUnit("160\u00a0k", "CNY")).toBe("160\u00a0k\u00a0CNY");
  expect(withUnit("10万", "元")).toBe("10万元");
  expect(withUnit("5", "%")).toBe("5%");
  expect(withUnit("5", null)).toBe("5");
});
