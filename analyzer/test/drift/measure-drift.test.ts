import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/artifact/index.js";
import { measureDrift, metricValue } from "../../src/drift/index.js";
import { countByHand } from "./count-by-hand.js";
import { freezeLevels, freezeNumbers } from "./freeze-by-hand.js";
import { normal, randomOf } from "./random.js";

const draw = <T>(count: number, seed: number, row: (random: () => number, i: number) => T): T[] => {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, i) => row(random, i));
};

const measure = (reference: (number | null)[], current: (number | null)[]) => {
  const frozen = freezeNumbers(reference);
  return measureDrift(frozen, countByHand(frozen, current), DEFAULT_LIMITS);
};

test("a feature against its own rows: every distance 0, stable", () => {
  const rows = draw(2000, 1, (random, i) => (i % 10 === 0 ? null : i % 3 === 0 ? 0 : normal(random)));
  const drift = measure(rows, rows);
  for (const metric of drift.metrics) expect(metric.value).toBe(0);
  expect(drift).toMatchObject({ verdict: "stable", pValue: 1, adjustedPValue: 1 });
  expect(drift.bins.every(({ contribution }) => contribution === 0)).toBe(true);
});

test("a median that moves by a standard deviation is shifted, and every metric says so", () => {
  const drift = measure(
    draw(5000, 2, normal),
    draw(2000, 3, (random) => 1 + normal(random)),
  );
  expect(drift.verdict).toBe("shifted");
  expect(metricValue(drift, "populationStabilityIndex")).toBeGreaterThan(0.8);
  expect(metricValue(drift, "kolmogorovSmirnovStatistic")).toBeCloseTo(0.383, 1);
  expect(metricValue(drift, "wassersteinDistance")).toBeCloseTo(1, 1);
  expect(drift.metrics[0]).toMatchObject({ name: "populationStabilityIndex", watch: 0.1, shifted: 0.25 });
});

test("missing values are part of the drift, with a verdict of their own", () => {
  const reference = draw(20_000, 4, (random) => (random() < 0.02 ? null : normal(random)));
  const drift = measure(
    reference,
    draw(10_000, 5, (random) => (random() < 0.08 ? null : normal(random))),
  );
  expect(drift.verdicts.index.verdict).toBe("stable");
  expect(drift.verdicts.missing.verdict).toBe("shifted");
  expect(drift.verdict).toBe("shifted");
  expect(drift.bins.find(({ type }) => type === "missing")!.contribution).toBeGreaterThan(0.05);
});

test("rows beyond the reference and infinities are counted, and belong to a bin", () => {
  const drift = measure(draw(500, 6, normal), [...draw(200, 7, normal), 100, -100, 101, Infinity, null]);
  expect(drift.belowReference).toBeGreaterThanOrEqual(1);
  expect(drift.aboveReference).toBeGreaterThanOrEqual(2);
  expect(drift.bins.find(({ type }) => type === "infinite")!.current).toBe(1);
  expect(drift.bins.reduce((total, bin) => total + bin.current, 0)).toBe(205);
});

const levels = (share: number) => (random: () => number) =>
  random() < share ? "douyin_live" : random() < 0.6 ? "app" : "branch";
const title = (random: () => number): string => `job ${Math.floor(random() ** -1.2)}`;

test("a new level is seen although it counts in `other`, and a column of rare levels stays quiet", () => {
  const frozen = freezeLevels(draw(10_000, 8, levels(0)));
  const drift = measureDrift(frozen, countByHand(frozen, draw(5000, 9, levels(0.02))), DEFAULT_LIMITS);
  expect(drift.verdicts).toMatchObject({ index: { verdict: "watch" }, unseen: { verdict: "shifted" } });
  expect(drift.unseenShare).toBeCloseTo(0.02, 2);
  expect(drift.unseenShareExpected).toBe(0);
  expect(drift.metrics.map(({ name }) => name)).toContain("chiSquaredTestOfHomogeneity");

  const titles = freezeLevels(draw(10_000, 10, title));
  const calm = measureDrift(titles, countByHand(titles, draw(5000, 11, title)), DEFAULT_LIMITS);
  expect(calm.unseenShare).toBeGreaterThan(0.01);
  expect(calm.verdicts.unseen!.verdict).toBe("stable");
});

test("datetime has bins and a missing share, but no index", () => {
  const frozen = { ...freezeNumbers(draw(1000, 12, normal)), kind: "datetime" as const };
  const drift = measureDrift(
    frozen,
    countByHand(
      frozen,
      draw(1000, 13, () => 9),
    ),
    DEFAULT_LIMITS,
  );
  expect(drift).toMatchObject({ noiseBound: null, pValue: null, verdict: "unknown" });
  expect(metricValue(drift, "populationStabilityIndex")).toBeNull();
  expect(drift.verdicts.index).toMatchObject({ verdict: "unknown", reason: "datetime", value: null });
  expect(drift.verdicts.missing.verdict).toBe("stable");
});

test("without current rows there is no figure, and nothing is known", () => {
  const drift = measure(draw(500, 14, normal), []);
  expect(drift.metrics.every(({ value }) => value === null)).toBe(true);
  expect(drift).toMatchObject({ noiseBound: null, pValue: null, verdict: "unknown" });
});

test("the order of rows never matters", () => {
  const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 9 }), fc.double({ noNaN: true }));
  const rows = fc.array(value, { maxLength: 200 });
  const shuffled = rows.chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc
        .shuffledSubarray([...rows.keys()], { minLength: rows.length })
        .map((order) => order.map((i) => rows[i]!)),
    ),
  );
  fc.assert(
    fc.property(rows, shuffled, (reference, [current, again]) => {
      const [a, b] = [measure(reference, current), measure(reference, again)];
      // The sums of a cell's offsets are added in the rows' order.
      expect(b.bins).toEqual(a.bins);
      expect(b.verdicts).toEqual(a.verdicts);
    }),
  );
});

test("where it is not known which levels are unseen, nothing is said of them", () => {
  const frozen = freezeLevels(draw(2000, 40, (random) => (random() < 0.3 ? "web" : "branch")));
  const counts = countByHand(
    frozen,
    draw(500, 41, () => "kiosk"),
  );
  expect(measureDrift(frozen, counts, DEFAULT_LIMITS)).toMatchObject({ unseenShare: 1 });
  const drift = measureDrift(frozen, { ...counts, unseen: null }, DEFAULT_LIMITS);
  expect(drift).toMatchObject({ unseenShare: null, unseenShareExpected: null, verdicts: { unseen: null } });
});
