import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decimalsOfStep, linearTicks, niceBelow, niceStep } from "../../../src/chart/parts/linear-ticks.js";

const magnitude = fc.double({ min: 1e-9, max: 1e12, noNaN: true });

test("round values that everyone would choose", () => {
  expect(linearTicks(0, 160, 9)).toEqual([0, 20, 40, 60, 80, 100, 120, 140, 160]);
  expect(linearTicks(-0.52, 0.52, 5)).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
  expect(linearTicks(18, 71, 8)).toEqual([20, 30, 40, 50, 60, 70]);
});

test("ticks lie in the range, ascend evenly, are two at least, and rather few more than asked for than one", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      magnitude,
      fc.integer({ min: 1, max: 20 }),
      (low, span, most) => {
        const high = low + span;
        fc.pre(high > low && span > Math.abs(low) * 1e-6);
        const ticks = linearTicks(low, high, most);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(Math.max(most, 5));
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low - span * 1e-6);
          expect(tick).toBeLessThanOrEqual(high + span * 1e-6);
        }
        const steps = ticks.slice(1).map((tick, i) => tick - ticks[i]!);
        for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 6 - Math.ceil(Math.log10(span)));
      },
    ),
  );
});

test("an empty range has no ticks", () => {
  expect(linearTicks(1, 1, 5)).toEqual([]);
  expect(linearTicks(0, Infinity, 5)).toEqual([]);
});

test("nice steps are 1, 2 or 5 times a power of ten, on the right side", () => {
  fc.assert(
    fc.property(magnitude, (value) => {
      for (const nice of [niceStep(value), niceBelow(value)]) {
        const digit = nice / 10 ** Math.floor(Math.log10(nice * (1 + 1e-9)));
        expect([1, 2, 5].some((one) => Math.abs(digit - one) < 1e-6)).toBe(true);
      }
      expect(niceStep(value)).toBeGreaterThanOrEqual(value * (1 - 1e-6));
      expect(niceBelow(value)).toBeLessThanOrEqual(value * (1 + 1e-6));
    }),
  );
});

test("decimals make multiples of a step exact", () => {
  expect([20, 1, 0.5, 0.2, 0.05].map(decimalsOfStep)).toEqual([0, 0, 1, 1, 2]);
});
