import { type Manifest, compareRuns } from "@featurescope/analyzer/artifact";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ReportIndex } from "../../src/index/report-index.js";
import { type Report, bytesOf } from "../../src/index/report.js";
import { type FeaturePlan, identityOf, summaryOf } from "../support/make-documents.js";
import { packedReport } from "../support/packed-report.js";
import { reportFiles } from "../support/report-files.js";

const time = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();

const head = JSON.parse(String(reportFiles({ run: "r" }).get("manifest.json"))) as Manifest;

interface Plan {
  run: number;
  hours: number;
  features: FeaturePlan[];
  publishedAt?: number;
}

function planned({ run, hours, features, publishedAt = run }: Plan): Report {
  const plan = {
    run: `r${run}`,
    createdAt: time(hours),
    window: hours % 3 === 0 ? null : { start: time(hours - 1), end: time(hours) },
    features,
  };
  const manifest = { ...head, ...identityOf(plan), features: features.map(summaryOf) };
  return packedReport(manifest, { id: `id${run}`, publishedAt, path: `runs/r${run}` });
}

const report = (run: number, hours: number, names: string[], publishedAt = run): Report =>
  planned({ run, hours, features: names.map((name) => ({ name })), publishedAt });

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
      const index = new ReportIndex({ maxRuns: 100, maxBytes: 1e9 });
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
        const having = runs.filter(({ features }) => features.names.names.includes(name));
        expect(pipeline?.feature(name)?.runs.map((run) => run.report) ?? []).toEqual(having);
        expect(pipeline?.feature(name)?.newest.report).toEqual(having[0]);
      }
      expect(new Set(pipeline?.features().map(({ name }) => name))).toEqual(
        new Set(runs.flatMap(({ features }) => features.names.names)),
      );
    }),
  );
});

test("of each pipeline only the newest runs are kept", () => {
  const index = new ReportIndex({ maxRuns: 3, maxBytes: 1e9 });
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
    const index = new ReportIndex({ maxRuns: 10, maxBytes: 1e9 });
    for (const each of order) index.add(each);
    expect(index.pipeline("credit")?.runs.map(({ id }) => id)).toEqual(["first"]);
  }
});

test("a feature keeps its history when its key changes, as when a twin of its name comes", () => {
  const index = new ReportIndex({ maxRuns: 10, maxBytes: 1e9 });
  index.add(report(1, 1, ["a"]));
  index.add(planned({ run: 2, hours: 2, features: [{ name: "a", key: "a~0123456789ab" }] }));
  const pipeline = index.pipeline("credit")!;

  expect(pipeline.feature("a")).toBe(pipeline.feature("a~0123456789ab"));
  expect(pipeline.feature("a")?.runs).toHaveLength(2);
});

test("a version is never given twice", () => {
  const index = new ReportIndex({ maxRuns: 10, maxBytes: 1e9 });
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

test("of older runs the id stays, as many as the limits allow are kept with their figures", () => {
  const maxBytes = 30 * bytesOf(report(0, 0, ["a", "b", "c"]));
  const index = new ReportIndex({ maxRuns: 500, maxBytes });
  for (let run = 0; run < 200; run++) {
    index.add(report(run, run, ["a", "b", "c"]));
    expect(index.bytes).toBeLessThanOrEqual(maxBytes);
  }
  const pipeline = index.pipeline("credit")!;

  // Runs share what is the same in all.
  expect(index.runsKept).toBeGreaterThan(40);
  expect(pipeline.runs).toHaveLength(index.runsKept);
  expect(pipeline.older.size).toBe(200 - index.runsKept);
  expect(pipeline.runIds()).toEqual(Array.from({ length: 200 }, (_, i) => `r${199 - i}`));
  expect(index.size).toBe(200);
});

const wide = Array.from({ length: 40 }, (_, i) => `f${i}`);

test("all pipelines together keep to the limit, a wide one that comes last as well; each has its newest two runs", () => {
  const maxBytes = 40 * bytesOf(report(0, 0, wide));
  const index = new ReportIndex({ maxRuns: 500, maxBytes });
  const of = (pipelineKey: string, run: number, features: string[]): Report => {
    const { manifest, ...rest } = report(run, run, features);
    const id = `${pipelineKey}${run}`;
    return { ...rest, id, pipelineKey, manifest: { ...manifest, pipeline: pipelineKey } };
  };
  for (let run = 0; run < 100; run++) index.add(of("narrow", run, ["a"]));
  expect(index.pipeline("narrow")!.runs).toHaveLength(100);
  for (const key of ["wide", "wider"]) {
    for (let run = 0; run < 100; run++) {
      index.add(of(key, run, wide));
      expect(index.bytes).toBeLessThanOrEqual(maxBytes);
    }
  }

  const { runsKept } = index;
  expect(runsKept).toBeGreaterThan(20);
  for (const { runs } of index.pipelines()) expect(Math.abs(runs.length - runsKept)).toBeLessThanOrEqual(3);
  expect(index.pipelines().map(({ runs }) => runs[0]!.manifest.run)).toEqual(["r99", "r99", "r99"]);
  expect(index.size).toBe(300);

  const tight = new ReportIndex({ maxRuns: 500, maxBytes: 1 });
  for (let run = 0; run < 5; run++) tight.add(report(run, run, wide));
  expect(tight.pipeline("credit")!.runs.map(({ manifest }) => manifest.run)).toEqual(["r4", "r3"]);
});

const sighting = (run: string, publishedAt = 0, pipelineKey = "credit") => ({
  id: run,
  publishedAt,
  of: { pipelineKey, run },
});

test("a sighting is worth reading while there is room, and later if it is newer or its id says so", () => {
  const index = new ReportIndex({ maxRuns: 3, maxBytes: 1e9 });
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
