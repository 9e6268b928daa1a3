import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  decodeProfile,
  DEFAULT_LIMITS,
  type FrozenFeature,
  type ProfileCounts,
} from "../../../src/artifact/index.js";
import { measureDrift } from "../../../src/drift/index.js";
import { freezeFeature } from "../../../src/profile/freeze-feature.js";
import { compactProfile } from "../../../src/profile/merge/compact-profile.js";
import { mergeProfiles } from "../../../src/profile/merge/merge-profiles.js";
import { mergedDistinct } from "../../../src/profile/merge/merged-distinct.js";
import { mergedProfile } from "../../../src/profile/merge/merged-profile.js";
import { profileCounts } from "../../../src/profile/merge/profile-counts.js";
import { profileRows } from "../profile-rows.js";

const freeze = (rows: readonly number[]): FrozenFeature => freezeFeature(profileRows(rows, null));
const countsOf = (rows: readonly number[], frozen: FrozenFeature): ProfileCounts =>
  profileCounts(profileRows(rows, frozen), frozen);

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -50, max: 150, noNaN: true }).map((x) => x + 0) },
  { weight: 4, arbitrary: fc.constantFrom(0, 0, 600, 40.5) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 90 }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 1e12, -1e-9) },
);
const rowsOf = (minLength: number, maxLength: number) => fc.array(value, { minLength, maxLength });
const table = fc.record({
  reference: rowsOf(60, 400),
  shards: fc.array(rowsOf(0, 200), { minLength: 2, maxLength: 5 }),
  turn: fc.nat(),
});

/** All but what rounds. */
function exactly({ numbers, ...counts }: ProfileCounts): unknown {
  return {
    ...counts,
    status: null,
    distinct: null,
    numbers: numbers && {
      ...numbers,
      moments: numbers.moments?.count,
      rest: numbers.rest && { ...numbers.rest, moments: numbers.rest.moments?.count },
    },
  };
}

const ages = (count: number, step: number): number[] =>
  Array.from({ length: count }, (_, i) => 18 + ((i * step) % 60));

const cauchy = (i: number): number => 1e4 * Math.tan(Math.PI * ((i + 0.5) / 100_000 - 0.5)) + 12_345.678;

test("shards merge to the same in any order and grouping, and to the whole table", () => {
  fc.assert(
    fc.property(table, ({ reference, shards, turn }) => {
      const frozen = freeze(reference);
      const parts = shards.map((rows) => countsOf(rows, frozen));
      const merged = mergeProfiles(parts);
      const at = turn % parts.length;
      const [head, tail] = [parts.slice(0, at), parts.slice(at)];
      const grouped = mergeProfiles([mergeProfiles(tail), ...head.toReversed()]);
      expect(exactly(grouped)).toEqual(exactly(merged));

      const whole = countsOf(shards.flat(), frozen);
      const withoutSums = (counts: ProfileCounts): unknown => ({
        ...(exactly(counts) as object),
        numbers: null,
        cells: counts.numbers?.cells && { ...counts.numbers.cells, sums: null },
        histogram: counts.numbers?.histogram,
        sketch: counts.numbers?.sketch,
        points: counts.numbers?.points,
        extremes: [
          counts.numbers?.min,
          counts.numbers?.max,
          counts.numbers?.zeros,
          counts.numbers?.negatives,
        ],
      });
      expect(withoutSums(merged)).toEqual(withoutSums(whole));
      // Each shard rounds its sums to whole units, so the whole differs by half a unit a shard at most.
      for (const [i, sum] of (whole.numbers?.cells?.sums ?? []).entries()) {
        expect(Math.abs(sum - merged.numbers!.cells!.sums[i]!)).toBeLessThanOrEqual(shards.length / 2 + 1);
      }
    }),
    { numRuns: 60 },
  );
});

test("shards without a value merge to the reference's own bins, all empty, as the whole does", () => {
  const zeroHeavy = ages(400, 7).map((age, i) => (i % 2 === 0 ? 0 : age));
  for (const [rows, reference] of [
    [[], ages(200, 7)],
    [[NaN, NaN], ages(200, 7)],
    [[Infinity], zeroHeavy],
  ] as const) {
    const frozen = freeze(reference);
    const merged = mergedProfile("a", mergeProfiles([countsOf(rows, frozen), countsOf([], frozen)]), frozen);
    expect(merged.histogram).toEqual(profileRows(rows, frozen).histogram);
    expect(merged.histogram?.counts.every((count) => count === 0)).toBe(true);
    expect(merged.statistics).toEqual(profileRows(rows, frozen).statistics);
    expect(merged.points).toEqual(profileRows(rows, frozen).points);
    expect(merged.statistics).toMatchObject({ count: 0, zeros: 0, negatives: 0, distinct: 0 });
  }
});

test("figures and drift of merged shards are those of the whole table", () => {
  fc.assert(
    fc.property(table, ({ reference, shards }) => {
      const frozen = freeze(reference);
      const whole = profileRows(shards.flat(), frozen);
      const merged = mergedProfile("a", mergeProfiles(shards.map((rows) => countsOf(rows, frozen))), frozen);
      expect(merged).toMatchObject({ status: whole.status, counts: { bins: whole.counts!.bins } });
      expect({ ...merged.histogram, density: null }).toEqual({ ...whole.histogram, density: null });

      const drifts = [merged, whole].map(({ counts }) => measureDrift(frozen, counts!, DEFAULT_LIMITS));
      const exact = [
        "populationStabilityIndex",
        "jensenShannonDistance",
        "hellingerDistance",
        "kolmogorovSmirnovStatistic",
      ];
      const figures = drifts.map(({ metrics, ...drift }) => ({
        ...drift,
        metrics: metrics.filter(({ name }) => exact.includes(name)),
      }));
      expect(figures[0]).toEqual(figures[1]);

      const [is, was] = [merged.statistics, whole.statistics];
      for (const name of ["rows", "count", "missing", "nan", "zeros", "negatives", "min", "max"] as const) {
        expect([name, is[name]]).toEqual([name, was[name]]);
      }
      const slack =
        (is.quantileError ?? 0) +
        4 * Number.EPSILON * Math.max(Math.abs(was.min ?? 0), Math.abs(was.max ?? 0));
      for (const name of ["p1", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99"] as const) {
        expect(Math.abs((is[name] ?? 0) - (was[name] ?? 0))).toBeLessThanOrEqual(slack);
      }
      for (const name of ["p5", "p25", "p50", "p75", "p95"] as const) {
        expect(
          Math.abs((is.withoutPoints?.[name] ?? 0) - (was.withoutPoints?.[name] ?? 0)),
        ).toBeLessThanOrEqual(slack);
      }
      expect(Math.abs(is.distinct! - was.distinct!)).toBeLessThanOrEqual(4 * is.distinctError!);
      expect(is.distinct === was.distinct || was.distinct! > 100).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("no more values differ than there are", () => {
  for (let seed = 0; seed < 12; seed++) {
    const rows = Array.from({ length: 3000 }, (_, i) => Math.sin(1 + i + 3000 * seed));
    const frozen = freeze(rows);
    const shards = [rows.slice(0, 1000), [...rows.slice(1000), Infinity, NaN]];
    const merged = mergedProfile("a", mergeProfiles(shards.map((part) => countsOf(part, frozen))), frozen);
    const { count, distinct, distinctError } = merged.statistics;
    expect(count).toBe(3000);
    expect(distinct).toBeLessThanOrEqual(3000);
    expect(distinct! + 4 * distinctError!).toBeGreaterThanOrEqual(3000);
    const whole = profileRows(
      Array.from({ length: 66_000 }, (_, i) => Math.sin(1 + i + 66_000 * seed)),
      null,
    ).statistics;
    expect(whole.distinctError).toBeGreaterThan(0);
    expect(whole.distinct).toBeLessThanOrEqual(66_000);
  }
});

test("whole numbers of a short range keep their exact quantiles", () => {
  const frozen = freeze(ages(3000, 7));
  const shards = [ages(500, 11), ages(700, 13), ages(100, 1)];
  const merged = mergedProfile("a", mergeProfiles(shards.map((rows) => countsOf(rows, frozen))), frozen);
  const whole = profileRows(shards.flat(), frozen);
  expect(merged.statistics.quantileError).toBe(0);
  expect(merged.statistics.distinct).toBe(60);
  expect(merged.statistics).toMatchObject({
    p1: whole.statistics.p1,
    p50: whole.statistics.p50,
    p99: whole.statistics.p99,
  });
});

test("a numeric profile of a hundred million heavy-tailed rows is no larger than 20 kB", () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => cauchy(i));
  const frozen = freeze(rows);
  let counts = countsOf(rows, frozen);
  while (counts.rows < 1e8) counts = mergeProfiles([counts, counts]);
  const identity = {
    schemaVersion: 1,
    pipeline: "p",
    run: "r",
    createdAt: "2026-11-22T00:00:00.000Z",
    window: null,
  };
  const text = JSON.stringify(compactProfile({ ...identity, feature: "a", key: "a", ...counts }));
  expect(text.length).toBeLessThanOrEqual(20_000);
  const profile = decodeProfile(JSON.parse(text));
  expect(profile).toEqual(JSON.parse(text));
  const { distinct, distinctError } = mergedDistinct(profile)!;
  expect(Math.abs(distinct - 100_000)).toBeLessThan(4 * distinctError);
  expect(distinctError / distinct).toBeLessThan(0.07);
});

test("a part that failed fails the whole, with its reason; parts of different references are refused", () => {
  const frozen = freeze(Array.from({ length: 200 }, (_, i) => i));
  const good = countsOf([1, 2, 3], frozen);
  const failed: ProfileCounts = { ...good, status: "failed", reason: "Shard b: broken.", referenceId: null };
  for (const parts of [
    [good, failed, good],
    [failed, good],
  ]) {
    expect(mergeProfiles(parts)).toMatchObject({
      status: "failed",
      reason: "Shard b: broken.",
      numbers: null,
      rows: 3 * parts.length,
    });
  }
  const absent: ProfileCounts = { ...failed, status: "not-found", reason: "Shard a: no column." };
  expect(mergeProfiles([absent, absent]).status).toBe("not-found");
  expect(mergeProfiles([good, absent]).status).toBe("failed");
  expect(() => mergeProfiles([good, { ...good, referenceId: "other" }])).toThrow(
    /expected profiles of one reference, found .* and other/,
  );
  const text: ProfileCounts = { ...good, kind: "categorical" };
  expect(mergeProfiles([good, text])).toMatchObject({
    status: "failed",
    reason: expect.stringMatching(
      /^Its values are categorical in one part and numeric in another, .* kind: categorical in --config/,
    ),
  });
});
