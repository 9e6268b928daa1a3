import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/artifact/index.js";
import { isAlarm } from "../../../src/drift/index.js";
import { judgeMissing } from "../../../src/drift/verdict/judge-missing.js";
import { driftBin } from "../drift-bin.js";
import { randomOf } from "../random.js";

const missing = (r: number, n: number, c: number, m: number) =>
  judgeMissing([driftBin("interval", n - r, m - c), driftBin("missing", r, c)], DEFAULT_LIMITS);

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

test("a change that chance makes as well is stable, with the reason", () => {
  // Of 28 missing rows 12 at most are among the 200: SciPy's hypergeom(1200, 28, 200).isf(0.0005).
  expect(missing(20, 1000, 8, 200)).toMatchObject({
    verdict: "stable",
    reason: "within-noise",
    noise: 0.044,
  });
  expect(missing(16, 1000, 12, 200)).toMatchObject({
    verdict: "stable",
    reason: "within-noise",
    value: 0.044,
  });
  expect(missing(15, 1000, 13, 200).verdict).toBe("shifted");
});

test("one or two missing rows among few are no alarm where there were hardly any", () => {
  expect(missing(2, 500, 1, 30).verdict).toBe("stable");
  expect(missing(2, 500, 4, 30).verdict).toBe("shifted");
});

test.each([0.002, 0.005, 0.01, 0.03, 0.05, 0.4])(
  "with a share of %d missing on both sides at most 1 case in 500 alarms, of few rows too",
  (share) => {
    const random = randomOf(1000 * share);
    const draw = (rows: number): number => {
      let drawn = 0;
      for (let i = 0; i < rows; i++) if (random() < share) drawn++;
      return drawn;
    };
    const cases = 3000;
    for (const [n, m] of [
      [500, 120],
      [500, 60],
      [500, 30],
      [5000, 200],
      [200, 1000],
    ] as const) {
      const parts = Array.from({ length: cases }, () => missing(draw(n), n, draw(m), m));
      expect(parts.filter(isAlarm).length).toBeLessThanOrEqual(cases / 500);
    }
  },
);

test("without rows on a side it is unknown", () => {
  for (const part of [missing(0, 0, 1, 10), missing(1, 10, 0, 0)]) {
    expect(part).toEqual({ verdict: "unknown", reason: "too-few-rows", value: null, noise: null });
  }
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
