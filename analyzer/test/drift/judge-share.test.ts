import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS, type DriftBin } from "../../src/artifact/index.js";
import { judgeMissing } from "../../src/drift/judge-missing.js";
import { judgeUnseen } from "../../src/drift/judge-unseen.js";

const bin = (type: DriftBin["type"], reference: number, current: number): DriftBin => ({
  type,
  low: null,
  high: null,
  value: null,
  reference,
  current,
  contribution: 0,
});

const missing = (r: number, n: number, c: number, m: number) =>
  judgeMissing([bin("interval", n - r, m - c), bin("missing", r, c)], DEFAULT_LIMITS);

test.each([
  // missing of N, missing of M, verdict
  [4000, 1e6, 4900, 1e6, "stable"],
  [4000, 1e6, 9000, 1e6, "watch"],
  [9000, 1e6, 4000, 1e6, "watch"],
  [4000, 1e6, 33_999, 1e6, "watch"],
  [4000, 1e6, 34_000, 1e6, "shifted"],
  [2100, 1e5, 830, 1e4, "shifted"],
])("%d of %d missing, then %d of %d: %s", (r, n, c, m, verdict) => {
  const part = missing(r, n, c, m);
  expect(part).toMatchObject({ verdict, reason: null });
  expect(part.value).toBeCloseTo(c / m - r / n, 15);
});

test("a change within 3.29 standard errors is stable, with the reason", () => {
  const part = missing(20, 1000, 8, 200);
  expect(part).toMatchObject({ verdict: "stable", reason: "within-noise" });
  const pooled = 28 / 1200;
  expect(part.noise).toBeCloseTo(3.29 * Math.sqrt(pooled * (1 - pooled) * (1 / 1000 + 1 / 200)), 15);
});

test("without rows on a side it is unknown", () => {
  for (const part of [
    missing(0, 0, 1, 10),
    missing(1, 10, 0, 0),
    judgeUnseen(0, 0, 0, 10, 0, DEFAULT_LIMITS),
  ]) {
    expect(part).toEqual({ verdict: "unknown", reason: "too-few-rows", value: null, noise: null });
  }
});

test.each([
  // unseen of M, seen once and twice of N, verdict
  [490, 10_000, 0, 0, 1e6, "shifted"],
  [70, 10_000, 0, 0, 1e6, "watch"],
  [49, 10_000, 0, 0, 1e6, "stable"],
  [3000, 10_000, 300_000, 0, 1e6, "stable"],
  [0, 10_000, 300_000, 0, 1e6, "stable"],
  [1500, 10_000, 7, 0, 200, "shifted"],
  [1500, 10_000, 7, 12, 200, "stable"],
])("%d of %d unseen where %d were seen once and %d twice of %d: %s", (unseen, m, once, twice, n, verdict) => {
  const part = judgeUnseen(unseen, once, twice, n, m, DEFAULT_LIMITS);
  expect(part.verdict).toBe(verdict);
  expect(part.value).toBeCloseTo(unseen / m - once / n, 15);
});

test("the change of the missing share is the same size from either side", () => {
  const rows = fc.integer({ min: 1, max: 1e6 });
  fc.assert(
    fc.property(rows, rows, rows, rows, (r, c, moreR, moreC) => {
      const there = missing(r, r + moreR, c, c + moreC);
      const back = missing(c, c + moreC, r, r + moreR);
      expect(back.verdict).toBe(there.verdict);
      expect(back.value).toBeCloseTo(-there.value!, 12);
      expect(back.noise).toBeCloseTo(there.noise!, 12);
    }),
  );
});
