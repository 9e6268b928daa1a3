import { type Manifest, compareRuns } from "@featurescope/analyzer/artifact";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Report } from "../../src/index/report.js";
import { ReportIndex } from "../../src/index/report-index.js";
import { reportFiles } from "../support/report-files.js";

const time = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();

function report(run: number, hours: number, features: string[], publishedAt = run): Report {
  const plan = {
    run: `r${run}`,
    createdAt: time(hours),
    window: hours % 3 === 0 ? null : { start: time(hours - 1), end: time(hours) },
    features: features.map((name) => ({ name })),
  };
  const manifest = JSON.parse(String(reportFiles(plan).get("manifest.json"))) as Manifest;
  return {
    id: `id${run}`,
    publishedAt,
    pipelineKey: "credit",
    path: `runs/r${run}`,
    manifest,
    files: new Map(),
  };
}

const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "Ä/d"), { minLength: 1 });
const step = fc.record({
  isRemoval: fc.boolean(),
  run: fc.integer({ min: 0, max: 20 }),
  hours: fc.integer({ min: 0, max: 30 }),
  features: names,
});

test("whatever comes and goes, the index says the same as looking through all runs", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const index = new ReportIndex({ maxRuns: 100, maxRows: 50_000 });
      const kept = new Map<string, Report>();
      for (const { isRemoval, run, hours, features } of steps) {
        if (isRemoval) {
          index.remove(`id${run}`);
          kept.delete(`id${run}`);
        } else {
          const added = report(run, hours, features);
          if (index.add(added) === "added") kept.set(added.id, added);
        }
      }
      const runs = [...kept.values()].toSorted((a, b) => compareRuns(b.manifest, a.manifest));
      const pipeline = index.pipeline("credit");

      expect(pipeline?.runs ?? []).toEqual(runs);
      for (const name of ["a", "b", "c", "Ä/d"]) {
        const having = runs.filter(({ manifest }) =>
          manifest.features.some((feature) => feature.name === name),
        );
        expect(pipeline?.feature(name)?.runs.map((run) => run.report) ?? []).toEqual(having);
        expect(pipeline?.feature(name)?.newest.report).toEqual(having[0]);
      }
      expect(new Set(pipeline?.features().map(({ name }) => name))).toEqual(
        new Set(runs.flatMap(({ manifest }) => manifest.features.map(({ name }) => name))),
      );
    }),
  );
});

test("of each pipeline only the newest runs are kept", () => {
  const index = new ReportIndex({ maxRuns: 3, maxRows: 50_000 });
  for (const run of [5, 1, 4, 2, 3]) index.add(report(run, run, ["a"]));

  expect(index.pipeline("credit")?.runs.map(({ manifest }) => manifest.run)).toEqual(["r5", "r4", "r3"]);
  expect(index.add(report(0, 0, ["a"]))).toBe("older");
});

test("of one run id the one published first stays, in whatever order they are found", () => {
  const first = { ...report(1, 1, ["a"], 10), id: "first", path: "one" };
  const second = { ...report(1, 2, ["a"], 20), id: "second", path: "two" };
  for (const order of [
    [first, second],
    [second, first],
  ]) {
    const index = new ReportIndex({ maxRuns: 10, maxRows: 50_000 });
    for (const each of order) index.add(each);
    expect(index.pipeline("credit")?.runs.map(({ id }) => id)).toEqual(["first"]);
  }
});

test("a feature keeps its history when its key changes, as when a twin of its name comes", () => {
  const index = new ReportIndex({ maxRuns: 10, maxRows: 50_000 });
  const later = report(2, 2, ["a"]);
  const feature = later.manifest.features[0]!;
  index.add(report(1, 1, ["a"]));
  index.add({ ...later, manifest: { ...later.manifest, features: [{ ...feature, key: "a~0123456789ab" }] } });
  const pipeline = index.pipeline("credit")!;

  expect(pipeline.feature("a")).toBe(pipeline.feature("a~0123456789ab"));
  expect(pipeline.feature("a")?.runs).toHaveLength(2);
});

test("a version is never given twice", () => {
  const index = new ReportIndex({ maxRuns: 10, maxRows: 50_000 });
  const versions = new Set<number>();
  let changes = 0;
  for (let run = 0; run < 20; run++) {
    index.add(report(run, run, ["a"]));
    versions
      .add(index.version)
      .add(index.pipeline("credit")!.version)
      .add(index.pipeline("credit")!.feature("a")!.version);
    changes += 3;
  }

  expect(versions.size).toBe(changes);
});

test("of older runs the id stays, and what the limits allow is read when they are asked for", () => {
  const index = new ReportIndex({ maxRuns: 500, maxRows: 90 });
  for (let run = 0; run < 50; run++) index.add(report(run, run, ["a", "b", "c"]));
  const pipeline = index.pipeline("credit")!;

  expect(index.runsKept).toBe(30);
  expect(pipeline.runs).toHaveLength(30);
  expect([...pipeline.older.keys()].toSorted()).toEqual(
    Array.from({ length: 20 }, (_, run) => `r${run}`).toSorted(),
  );
  expect(pipeline.runIds()).toEqual(Array.from({ length: 50 }, (_, i) => `r${49 - i}`));
  expect(index.size).toBe(50);
});

const sighting = (run: string, publishedAt = 0, pipelineKey = "credit") => ({
  id: run,
  publishedAt,
  of: { pipelineKey, run },
});

test("a sighting is worth reading while there is room, and later if it is newer or its id says so", () => {
  const index = new ReportIndex({ maxRuns: 3, maxRows: 1000 });
  for (const run of [1, 2]) index.add(report(run, run, ["a"]));
  expect(index.needs(sighting("x"))).toBe(true);
  index.add(report(3, 3, ["a"]));

  expect(index.needs(sighting("x"))).toBe(false);
  expect(index.needs(sighting("x", 2))).toBe(true);
  expect(index.needs(sighting("x", 0, "other"))).toBe(true);
  expect(index.needs({ ...sighting("x"), of: null })).toBe(true);
  expect(index.needs(sighting("20260101t003000z-12345678"))).toBe(false);
  expect(index.needs(sighting("20260101t023000z-12345678"))).toBe(true);
});
