import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatBound, formatIndex, formatNoiseBound } from "../../../src/drift/format/format-index.js";

test.each([
  [0, "0.00"],
  [0.163, "0.16"],
  [0.247, "0.247"],
  [0.2499, "0.2499"],
  [0.25, "0.25"],
  [0.0996, "0.0996"],
  [0.1, "0.10"],
  [0.244, "0.24"],
  [0.0043, "0.004"],
  [0.0098, "0.01"],
  [0.0094, "0.009"],
  [0.000_96, "0.001"],
  [0.0003, "0.0003"],
  [3.456, "3.46"],
])("an index of %d reads %s", (index, text) => {
  expect(formatIndex(index, "en")).toBe(text);
});

test("a feature's own limits count", () => {
  expect(formatIndex(0.298, "en", { watch: 0.2, shifted: 0.3 })).toBe("0.298");
  expect(formatIndex(0.247, "en", { watch: 0.2, shifted: 0.3 })).toBe("0.25");
});

test("rounding never carries an index to or across a limit", () => {
  const nearLimit = fc
    .tuple(fc.constantFrom(0.1, 0.25), fc.double({ min: -0.02, max: 0.02, noNaN: true }))
    .map(([limit, off]) => limit + (Math.abs(off) < 1e-7 ? 0 : off));
  fc.assert(
    fc.property(fc.oneof(nearLimit, fc.double({ min: 0, max: 5, noNaN: true })), (index) => {
      fc.pre([0.1, 0.25].every((limit) => index === limit || Math.abs(index - limit) > 1e-7));
      const shown = Number(formatIndex(index, "en"));
      for (const limit of [0.1, 0.25]) expect(shown >= limit).toBe(index >= limit);
    }),
  );
});

test.each([
  [0.000_15, "0.0002"],
  [0.0002, "0.0002"],
  [0.000_95, "0.001"],
  [0.031, "0.04"],
  [0.1, "0.10"],
  [0.2011, "0.21"],
  [0, "0"],
])("a bound of %d is rounded up to %s", (bound, text) => {
  expect(formatBound(bound, "en")).toBe(text);
  expect(formatNoiseBound(bound, "en")).toBe(`≤\u00a0${text}`);
});

test("an index beyond noise reads so", () => {
  const figure = fc.double({ min: 1e-4, max: 1, noNaN: true });
  expect(formatIndex(0.0134, "en", undefined, 0.0113)).toBe("0.013");
  expect(formatBound(0.0113, "en", 0.0134)).toBe("0.012");
  expect([formatIndex(0.21, "en", undefined, 0.0113), formatBound(0.0113, "en", 0.21)]).toEqual([
    "0.21",
    "0.02",
  ]);
  fc.assert(
    fc.property(figure, figure, (index, noise) => {
      fc.pre(index > noise + 1e-6);
      expect(Number(formatIndex(index, "en", undefined, noise))).toBeGreaterThan(
        Number(formatBound(noise, "en", index)),
      );
    }),
  );
});

test("a bound is never understated", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 10, noNaN: true }), (bound) => {
      expect(Number(formatBound(bound, "en"))).toBeGreaterThanOrEqual(bound * (1 - 1e-8));
    }),
  );
});
