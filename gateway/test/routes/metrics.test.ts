import { expect, test } from "vitest";
import { s3Store } from "../../src/store/s3-store.js";
import { startFakeS3 } from "../support/fake-s3.js";
import type { FeaturePlan } from "../support/make-documents.js";
import { publishedObjects } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

/** Samples of an answer in Prometheus' text format, by name with labels. */
async function samples(ask: (path: string) => Promise<{ text: string }>): Promise<Map<string, number>> {
  const { text } = await ask("/metrics");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [
      line.slice(0, line.lastIndexOf(" ")),
      Number(line.slice(line.lastIndexOf(" ") + 1)),
    ]),
  );
}

/** A store of objects that no disk has to hold. */
async function inMemory(objects: ReadonlyMap<string, Buffer>, idleMs = 10_000) {
  const fake = await startFakeS3(objects);
  const options = { bucket: "reports", prefix: "", region: "us-east-1", accessKey: "k", secretKey: "s" };
  return { fake, store: s3Store({ ...options, endpoint: fake.endpoint, idleMs }) };
}

const path = "/api/v1/pipelines/credit/features/age/statistics.json";

test("requests are counted by route and status, whichever way they were answered", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);
  const first = await ask(path);
  for (let i = 0; i < 4; i++) await ask(path);
  await ask(path, { headers: { "If-None-Match": first.headers.etag! } });
  await ask("/api/v1/pipelines/none/features");
  await ask("/nothing/here");
  await ask("/nothing/there");

  const found = await samples(ask);
  const count = (route: string, status: number) =>
    found.get(`featurescope_http_request_duration_seconds_count{route="${route}",status="${status}"}`);

  expect(count("/api/v1/pipelines/:pipeline/features/:feature/:file", 200)).toBe(5);
  expect(count("/api/v1/pipelines/:pipeline/features/:feature/:file", 304)).toBe(1);
  expect(count("/api/v1/pipelines/:pipeline/features", 404)).toBe(1);
  expect(count("none", 404)).toBe(2);
  expect(found.get('featurescope_cache_reads_total{outcome="hit"}')).toBe(5);
  expect(found.get('featurescope_cache_reads_total{outcome="miss"}')).toBe(1);
  expect(found.get("featurescope_cache_entries")).toBe(1);
});

test("processor time only grows and is a counter; names keep to what Prometheus asks of them", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);
  const total = async () => {
    const found = await samples(ask);
    return ["user", "system"].map(
      (mode) => found.get(`featurescope_cpu_seconds_total{mode="${mode}"}`) ?? -1,
    );
  };
  const before = await total();
  const after = await total();
  expect(Math.min(...before)).toBeGreaterThanOrEqual(0);
  expect(after.map((seconds, i) => seconds >= before[i]!)).toEqual([true, true]);

  const { text } = await ask("/metrics");
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [name!, type!] as const);
  expect(types).toContainEqual(["featurescope_cpu_seconds_total", "counter"]);
  expect(types.filter(([name, type]) => name.endsWith("_total") !== (type === "counter"))).toEqual([]);
});

test("the features themselves are told, as their newest runs have them", async () => {
  const folder = temporaryFolder();
  await publish(folder, {
    run: "a",
    createdAt: new Date(Date.now() - 3_600_000).toISOString(),
    features: [
      { name: 'odd "name"\n', populationStabilityIndex: 0.31, verdict: "shifted" },
      { name: "calm", populationStabilityIndex: 0.01 },
    ],
  });
  const { ask } = await startGateway(folder);

  const found = await samples(ask);
  const odd = 'pipeline="credit",feature="odd \\"name\\"\\n"';

  expect(found.get(`featurescope_population_stability_index{${odd}}`)).toBe(0.31);
  expect(found.get(`featurescope_missing_share{${odd}}`)).toBe(0);
  expect(found.get(`featurescope_verdict{${odd},verdict="shifted"}`)).toBe(1);
  expect(found.get('featurescope_features{pipeline="credit",verdict="shifted"}')).toBe(1);
  expect(found.get('featurescope_features{pipeline="credit",verdict="stable"}')).toBe(1);
  expect(found.get('featurescope_last_run_age_seconds{pipeline="credit"}')).toBeGreaterThan(3599);
  expect(found.get("featurescope_features_without_series")).toBe(0);
});

test("a column that could not be analysed is broken, and a run without a row is told of", async () => {
  const folder = temporaryFolder();
  const broken = (["not-found", "type-changed", "failed"] as const).map((status) => ({
    name: status,
    status,
    verdict: "unknown" as const,
  }));
  await publish(folder, { run: "a", features: [...broken, { name: "few", verdict: "unknown" }] });
  await publish(folder, { pipeline: "empty", run: "a", rows: 0 });
  const { ask } = await startGateway(folder);

  const found = await samples(ask);
  const verdict = (feature: string, word: string) =>
    found.get(`featurescope_verdict{pipeline="credit",feature="${feature}",verdict="${word}"}`);

  for (const { name } of broken)
    expect([verdict(name, "broken"), verdict(name, "unknown")]).toEqual([1, undefined]);
  expect(verdict("few", "unknown")).toBe(1);
  expect(found.get('featurescope_features{pipeline="credit",verdict="broken"}')).toBe(3);
  expect(found.get('featurescope_features{pipeline="credit",verdict="unknown"}')).toBe(1);
  expect(found.get('featurescope_newest_run_rows{pipeline="credit"}')).toBe(1000);
  expect(found.get('featurescope_newest_run_rows{pipeline="empty"}')).toBe(0);
});

const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const window = (hours: number) => ({ start: at(hours - 1), end: at(hours) });

test("a pipeline's silence is that of its last run, whatever windows or clocks of the future others have", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "mistyped", createdAt: at(-100), window: window(300_000) });
  await publish(folder, { run: "last", createdAt: at(-1), window: window(-1) });
  await publish(folder, { run: "ahead", createdAt: at(9000), window: window(-2) });
  const { ask } = await startGateway(folder);

  const age = (await samples(ask)).get('featurescope_last_run_age_seconds{pipeline="credit"}');
  expect(age).toBeGreaterThan(3599);
  expect(age).toBeLessThan(90 * 3600);
});

test("the series of features are bounded, the alarming ones have theirs, and it is told how many are left out", async () => {
  const calm = Array.from({ length: 2096 }, (_, i) => ({ name: `f${i}` }));
  const features: FeaturePlan[] = [
    ...calm,
    { name: "few", verdict: "unknown" },
    { name: "watched", verdict: "watch" },
    { name: "gone", verdict: "unknown", status: "not-found" },
    { name: "moved", verdict: "shifted" },
  ];
  const { store } = await inMemory(publishedObjects({ run: "a", features }, Date.now()));
  const { ask } = await startGateway(temporaryFolder(), { store });

  const found = await samples(ask);

  expect([...found.keys()].filter((name) => name.startsWith("featurescope_missing_share"))).toHaveLength(
    2000,
  );
  const states = [...found.keys()].flatMap(
    (key) => /^featurescope_verdict.*verdict="(\w+)"/.exec(key)?.[1] ?? [],
  );
  expect(states.slice(0, 5)).toEqual(["broken", "shifted", "watch", "unknown", "stable"]);
  expect(states).toHaveLength(2000);
  expect(found.get("featurescope_features_without_series")).toBe(100);
  expect(found.get('featurescope_features{pipeline="credit",verdict="stable"}')).toBe(2096);
});

test("the series of pipelines are bounded as well", async () => {
  const objects = Array.from({ length: 510 }, (_, i) => [
    ...publishedObjects({ run: "a", pipeline: `p${i}` }, Date.now()),
  ]);
  const { store } = await inMemory(new Map(objects.flat()));
  const { ask } = await startGateway(temporaryFolder(), { store });

  const found = await samples(ask);
  const series = (name: string) => [...found.keys()].filter((key) => key.startsWith(`featurescope_${name}{`));

  expect(series("last_run_age_seconds")).toHaveLength(500);
  expect(series("features")).toHaveLength(500 * 5);
  expect(found.get("featurescope_pipelines_without_series")).toBe(10);
});

test("calls to the store are told by what became of them", async () => {
  const { fake, store } = await inMemory(publishedObjects({ run: "a" }, Date.now()), 200);
  const { ask, refresh } = await startGateway(temporaryFolder(), { store });
  await ask(path);
  fake.fault = () => true;
  await refresh();

  const found = await samples(ask);
  const calls = (operation: string, outcome: string) =>
    found.get(
      `featurescope_store_call_duration_seconds_count{operation="${operation}",outcome="${outcome}"}`,
    );

  expect(calls("list", "ok")).toBe(1);
  expect(calls("get", "ok")).toBe(3);
  expect(calls("list", "store-unreachable")).toBe(1);
  expect(found.get("featurescope_store_reachable")).toBe(0);
  expect(found.get("featurescope_ready")).toBe(1);
});

test("every figure is explained, and none is of a user's making", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);
  await ask("/api/v1/features/no%0Asuch/stats");

  const { text, headers } = await ask("/metrics");
  const names = [...text.matchAll(/^([a-z_]+?)(?:_bucket|_sum|_count)?[{ ]/gm)].map(([, name]) => name!);

  expect(headers["content-type"]).toMatch(/^text\/plain; version=0.0.4/);
  for (const name of new Set(names)) expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, "m"));
  expect(text).not.toContain("such");
});
