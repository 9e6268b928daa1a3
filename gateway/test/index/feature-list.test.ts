import { decodeFeatureList, type Manifest, recentRunsOf } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { featureList } from "../../src/index/feature-list.js";
import { PipelineIndex } from "../../src/index/pipeline-index.js";
import type { Report } from "../../src/index/report.js";
import { packedReport } from "../support/packed-report.js";
import { reportFiles } from "../support/report-files.js";

function manifestOf(...names: string[]): Manifest {
  const features = names.map((name) => ({ name }));
  return JSON.parse(String(reportFiles({ run: "r", features }).get("manifest.json"))) as Manifest;
}

const wide = manifestOf(...Array.from({ length: 2000 }, (_, i) => `f${i}`));

function report(n: number, of = wide): Report {
  const manifest = { ...of, run: `r${n}`, createdAt: new Date(Date.UTC(2026, 0, 1 + n)).toISOString() };
  return packedReport(manifest, { id: `r${n}`, publishedAt: n, path: `r${n}` });
}

function pipelineOf(...reports: Report[]): PipelineIndex {
  const pipeline = new PipelineIndex("credit", "credit", () => undefined);
  for (const each of reports) pipeline.add(each);
  return pipeline;
}

const decoded = (json: Buffer) => decodeFeatureList(JSON.parse(String(json)));

test("while the list of a wide pipeline is made others have their turn, and what comes meanwhile is not in it", async () => {
  const pipeline = pipelineOf(report(0), report(1));
  const before = await featureList(pipeline, pipeline.features());
  let turns = 0;
  const turn = () => {
    if (turns === 2) pipeline.add(report(2));
    if (turns === 4) pipeline.remove(pipeline.run("r0")!);
    turns++;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);

  const list = await featureList(pipeline, pipeline.features());
  clearImmediate(next);

  expect(turns).toBeGreaterThan(4);
  expect(list.equals(before)).toBe(true);
  const { features, recent, run } = decoded(list);
  expect([features.length, run, new Set(features.map((row) => row.run))]).toEqual([
    2000,
    "r1",
    new Set(["r1"]),
  ]);
  expect(recent.runs.map((each) => each.run)).toEqual(["r0", "r1"]);
  expect(decoded(await featureList(pipeline, pipeline.features())).run).toBe("r2");
});

test("a page is made of its rows alone", async () => {
  const pipeline = pipelineOf(report(0, manifestOf("old")), report(1, manifestOf("age", "income")));
  const [age] = pipeline.features();

  const { features, recent, nextCursor } = decoded(await featureList(pipeline, [age!], "age"));

  expect([features.map(({ name }) => name), nextCursor]).toEqual([["age"], "age"]);
  expect(recent.runs.map(({ run }) => run)).toEqual(["r1"]);
  expect(recentRunsOf(recent, features[0]!.recent)).toHaveLength(1);
});

test("of no features there is a list as well", async () => {
  const pipeline = pipelineOf(report(0, manifestOf("age")));

  expect(decoded(await featureList(pipeline, []))).toMatchObject({
    run: "r0",
    features: [],
    nextCursor: null,
  });
});
