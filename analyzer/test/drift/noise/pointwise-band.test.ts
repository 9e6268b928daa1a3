import * as fc from "fast-check";
import { expect, test } from "vitest";
import { pointwiseBand } from "../../../src/drift/noise/pointwise-band.js";

test("it is 1.96·√(p̄(1 − p̄)(1/N + 1/M))", () => {
  expect(pointwiseBand(30, 20, 300, 100)).toBeCloseTo(
    1.96 * Math.sqrt(0.125 * 0.875 * (1 / 300 + 1 / 100)),
    15,
  );
  expect(pointwiseBand(0, 0, 300, 100)).toBe(0);
  expect(pointwiseBand(0, 0, 0, 100)).toBe(0);
});

test("it is symmetric in the sides, and as wide for a bin as for all others together", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000), (r, c, moreR, moreC) => {
      const [n, m] = [r + moreR + 1, c + moreC + 1];
      const band = pointwiseBand(r, c, n, m);
      expect(pointwiseBand(c, r, m, n)).toBeCloseTo(band, 14);
      expect(pointwiseBand(n - r, m - c, n, m)).toBeCloseTo(band, 14);
    }),
  );
});
