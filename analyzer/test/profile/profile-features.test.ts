import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Database } from "../../src/dataset/database.js";
import type { FeatureProfile } from "../../src/profile/feature-profile.js";
import { withDataset } from "../dataset/read-columns.js";
import { temporaryFolder } from "../temporary-folder.js";
import { freezeValues, profileFile, profileValues, writeColumn } from "./profile-csv.js";
import { profilesOf } from "./profiles-of.js";

const folder = temporaryFolder();
const FILES = { numRuns: 25 };

const cell = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(0, 0, 600) },
  { weight: 5, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }) },
  { weight: 1, arbitrary: fc.constantFrom("inf", "-inf", "nan", null) },
);
const column = fc.array(cell, { minLength: 1, maxLength: 400 });

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** Every way in which a profile's counts have to add up: to all rows, or to the finite ones. */
function expectSums({ statistics, counts, histogram, points, own }: FeatureProfile): void {
  const { rows, count, missing, positiveInfinity, negativeInfinity } = statistics;
  const cells = [counts?.cells ?? [], own?.cells ?? []].flat();
  const finite = [
    ...cells.map(({ below, above, equal, inside }) => below + above + sum(equal) + sum(inside)),
    ...[histogram ?? []].flat().map(({ counts: drawn, underflow, overflow }) => {
      return sum(drawn) + underflow + overflow + sum(points.map((point) => point.count));
    }),
  ];
  const all = [
    count + missing + positiveInfinity + negativeInfinity,
    ...[counts ?? []].flat().map(({ bins }) => sum(bins)),
    ...[own ?? []].flat().map(({ bins }) => sum(bins.map(({ reference }) => reference))),
  ];
  expect(all).toEqual(all.map(() => rows));
  expect(finite).toEqual(finite.map(() => count));
}

/** All numbers of a document. A report is strict JSON: no NaN, no Infinity anywhere. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe("for any column of numbers", () => {
  test("counts add up to rows, alone and against any reference", async () => {
    await fc.assert(
      fc.asyncProperty(column, column, async (reference, current) => {
        expectSums(await profileValues(folder, current));
        expectSums(await profileValues(folder, current, await freezeValues(folder, reference)));
      }),
      FILES,
    );
  });

  test("a reference compared with itself has its own counts, cells and histogram", async () => {
    await fc.assert(
      fc.asyncProperty(column, async (values) => {
        const frozen = await freezeValues(folder, values);
        const { counts, histogram, statistics } = await profileValues(folder, values, frozen);
        expect(counts!.bins).toEqual(frozen.bins.map((bin) => bin.reference));
        expect(histogram).toEqual(frozen.histogram);
        expect(statistics).toEqual(frozen.statistics);
        expect({ ...frozen.cells, ...counts!.cells }).toEqual({ ...frozen.cells });
      }),
      FILES,
    );
  });

  test("the order of rows never matters", async () => {
    const twice = column.chain((values) =>
      fc.tuple(
        fc.constant(values),
        fc.shuffledSubarray(values, { minLength: values.length, maxLength: values.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(twice, async ([values, shuffled]) => {
        expect(await profileValues(folder, shuffled)).toEqual(await profileValues(folder, values));
      }),
      FILES,
    );
  });

  test("CSV and Parquet of one table give the same profile", async () => {
    await fc.assert(
      fc.asyncProperty(
        column.filter((values) => values.some((value) => value !== null)),
        async (values) => {
          const csv = writeColumn(folder, values);
          const parquet = `${csv}.parquet`;
          const database = await Database.open();
          const rows = `SELECT CAST(a AS DOUBLE) AS a FROM read_csv('${csv}', all_varchar = true, header = true, nullstr = '', delim = ',')`;
          await database.run(`COPY (${rows}) TO '${parquet}' (FORMAT parquet)`);
          database.close();
          const fromParquet = await profileFile(parquet);
          const fromCsv = await profileFile(csv);
          expect(fromParquet).toEqual(fromCsv);
        },
      ),
      FILES,
    );
  });
});

describe("a column of more distinct values than a table holds", () => {
  const values = Array.from({ length: 90_000 }, (_, i) =>
    i % 4 === 0 ? 0 : Math.exp(Math.sin(i) * 3) + i * 1e-9,
  );

  test("has the same bins, cells and histogram alone and against itself, and exact figures", async () => {
    const frozen = await freezeValues(folder, values);
    const profile = await profileValues(folder, values, frozen);
    expect(frozen.bins.filter(({ type }) => type === "point")).toMatchObject([
      { value: 0, reference: 22_500 },
    ]);
    expect(profile.counts!.bins).toEqual(frozen.bins.map((bin) => bin.reference));
    expect(profile.histogram).toEqual(frozen.histogram);
    const sorted = Float64Array.from(values).sort();
    const { distinct, distinctError, p1, p50, p99, min, max, zeros } = profile.statistics;
    const at = (p: number): number => {
      const exact = (sorted.length - 1) * p;
      const low = Math.floor(exact);
      return sorted[low]! + (exact - low) * (sorted[low + 1]! - sorted[low]!);
    };
    expect([min, max, zeros]).toEqual([sorted[0], sorted.at(-1), 22_500]);
    expect(distinctError! / distinct!).toBeCloseTo(1.04 / 128, 6);
    expect(Math.abs(distinct! - 67_501)).toBeLessThan(4 * distinctError!);
    for (const [found, p] of [
      [p1, 0.01],
      [p50, 0.5],
      [p99, 0.99],
    ] as const)
      expect(found! / at(p) - 1 || 0).toBeCloseTo(0, 14);
    expectSums(profile);
    expectSums(
      await profileValues(
        folder,
        values.map((value) => value * 1.5 - 1),
        frozen,
      ),
    );
  });
});

describe("status", () => {
  test.each([
    ["all missing", [null, "", null], "empty", "unknown"],
    ["constant", [7, 7, 7], "constant", "numeric"],
    ["one row", [7], "constant", "numeric"],
    ["constant text", ["x", "x", null], "constant", "categorical"],
    ["all zeros, of both signs", ["0", "-0", "0.0"], "constant", "numeric"],
    ["two values", [1, 2], "ok", "numeric"],
    ["one infinity", ["inf", "inf"], "constant", "numeric"],
    ["NaN and infinities", ["nan", "inf", "-inf"], "ok", "numeric"],
    ["only NaN", ["nan", "nan"], "empty", "numeric"],
    ["the ends of what a double holds", [1e308, -1e308, 5e-324, "-0"], "ok", "numeric"],
    ["the greatest double alone, a limit that is none", [Number.MAX_VALUE], "constant", "numeric"],
    ["integers beyond 2^53", ["9007199254740993", "9007199254740995"], "ok", "numeric"],
    ["mixed types", [1, "x", "true"], "ok", "categorical"],
    ["dates as text", ["2026-01-31", "2026-02-01"], "ok", "datetime"],
    ["booleans", ["true", "FALSE"], "ok", "boolean"],
  ] as const)("%s", async (_, values, status, kind) => {
    const profile = await profileValues(folder, values);
    expect([profile.status, profile.kind]).toEqual([status, kind]);
    expectSums(profile);
    expect(numbersIn(profile).every(Number.isFinite)).toBe(true);
  });

  test("a header without rows is empty, against a reference too", async () => {
    const frozen = await freezeValues(folder, [1, 2, 3]);
    for (const profile of [await profileValues(folder, []), await profileValues(folder, [], frozen)]) {
      expect(profile).toMatchObject({ status: "empty", statistics: { rows: 0, missing: 0 } });
      expectSums(profile);
    }
  });

  test("a reference without rows, or without values, still takes counts", async () => {
    for (const values of [[], [null, null]]) {
      const profile = await profileValues(folder, [1, 2, 2, null], await freezeValues(folder, values));
      expect(profile).toMatchObject({ status: "ok", counts: { rows: 4, cells: null } });
      expectSums(profile);
    }
  });

  test("a column of NaN alone is of no kind against itself, as it is frozen", async () => {
    const frozen = await freezeValues(folder, ["nan", "nan"]);
    const profile = await profileValues(folder, ["nan", "nan"], frozen);
    expect(profile).toMatchObject({ kind: "unknown", status: "empty", counts: { bins: [0, 2] } });
    expect(profile.statistics).toEqual(frozen.statistics);
  });

  test("a column without values has no distinct ones, alone and against itself", async () => {
    const frozen = await freezeValues(folder, [null]);
    const { statistics } = await profileValues(folder, [null], frozen);
    expect(statistics).toMatchObject({ rows: 1, count: 0, missing: 1, distinct: 0, distinctError: 0 });
    expect(statistics).toEqual(frozen.statistics);
  });

  test("a column whose values went missing counts as of its reference's kind", async () => {
    const frozen = await freezeValues(folder, [1, 2, 3]);
    const profile = await profileValues(folder, [null, null], frozen);
    expect(profile).toMatchObject({ status: "empty", kind: "numeric", counts: { rows: 2 } });
    expectSums(profile);
  });

  test("a changed kind, a column that is not there, and one that cannot be read leave the others alone", async () => {
    const frozen = await freezeValues(folder, ["x", "y"]);
    const path = join(folder, "broken.csv");
    writeFileSync(path, "a,b,c\n1,x,1\n2,y,2\n");
    const kinds = new Map([["b", "numeric"]] as const);
    const profiles = await withDataset(path, { kinds }, (dataset) =>
      profilesOf(dataset, ["a", "b", "c", "d"], new Map([["a", frozen]])),
    );
    expect([...profiles.values()].map(({ name, status }) => [name, status])).toEqual([
      ["a", "type-changed"],
      ["b", "failed"],
      ["c", "ok"],
      ["d", "not-found"],
    ]);
    expect(profiles.get("a")).toMatchObject({ counts: null, statistics: { mean: 1.5 } });
    expect(profiles.get("a")!.reason).toMatch(
      /reference holds text \(categorical\), this run numbers \(numeric\)/,
    );
    expect(profiles.get("b")!.reason).toMatch(/^Expected numbers, as kind: numeric .*, found "x"\./);
    expect(profiles.get("d")!.reason).toMatch(/^Expected a column "d", found a, b, c\.$/);
  });
});

describe("levels", () => {
  const reference = [
    ...Array<string>(60).fill("x"),
    ...Array<string>(50).fill("y"),
    "rare",
    "once",
    "rare",
    null,
  ];

  test("levels of 50 rows have a bin; others, missing and unseen ones are counted", async () => {
    const frozen = await freezeValues(folder, reference);
    expect(frozen.bins.map(({ type, value, reference: rows }) => [type, value, rows])).toEqual([
      ["category", "x", 60],
      ["category", "y", 50],
      ["other", null, 3],
      ["missing", null, 1],
    ]);
    expect(frozen.levelsSeenOnce).toBe(1);
    const { counts, levels } = await profileValues(folder, ["x", "new", "new", "once", null], frozen);
    expect(counts).toMatchObject({ rows: 5, bins: [1, 0, 3, 1], unseen: 2 });
    expect(levels).toEqual([
      { value: "new", count: 2 },
      { value: "once", count: 1 },
      { value: "x", count: 1 },
    ]);
  });

  test("a boolean has both bins, also where one never occurs", async () => {
    const frozen = await freezeValues(folder, ["true", "true", null]);
    expect(frozen.bins.map(({ value, reference: rows }) => [value, rows])).toEqual([
      ["true", 2],
      ["false", 0],
      [null, 1],
    ]);
    expect(frozen.statistics.trues).toBe(2);
    expect((await profileValues(folder, ["FALSE", "true"], frozen)).counts).toMatchObject({
      bins: [1, 1, 0],
      unseen: 1,
    });
  });

  test("more levels than are kept are still counted; nothing is then said of unseen ones", async () => {
    const ids = Array.from({ length: 70_000 }, (_, i) => `id${i}`);
    const frozen = await freezeValues(folder, ids);
    expect(frozen.levels!.length).toBe(65_536);
    expect(frozen).toMatchObject({ levelsSeenOnce: 70_000, statistics: { distinct: 70_000 } });
    const profile = await profileValues(folder, ids, frozen);
    expect(profile.counts).toMatchObject({ rows: 70_000, bins: [70_000, 0], unseen: null });
  });
});

test("progress tells the rows read so far, more each time, and all of them in the end", async () => {
  const path = join(folder, "progress.csv");
  const rows = Array.from({ length: 5000 }, (_, i) => `${i},x,${i % 2 === 0}`);
  writeFileSync(path, `a,b,c\n${rows.join("\n")}\n`);
  const told: number[] = [];
  await withDataset(path, {}, (dataset) =>
    profilesOf(dataset, ["a", "b", "c"], new Map(), (read) => told.push(read)),
  );
  expect(told.at(-1)).toBe(5000);
  expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
});
