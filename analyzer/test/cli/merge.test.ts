import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { decodeDistribution, decodeProfile, type MetricName } from "../../src/artifact/index.js";
import { metricValue } from "../../src/drift/index.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { manifestOf, newPath, readJson, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();
const HEADER = ["amount", "limit_used", "age", "job", "defaulted"];

/** Rows of a credit table: log-normal amounts, 85 % zeros, ages, jobs with rare ones, true and false; missing ones among them. */
function rows(count: number, seed: number, growth: number): unknown[][] {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    return [
      random() < 0.02 ? "" : (growth * Math.exp(9 + normal)).toFixed(2),
      random() < 0.85 ? 0 : (100 * random() ** -0.8).toFixed(2),
      Math.round(41 + 11 * normal),
      random() < 0.01
        ? `job ${Math.floor(1000 * random())}`
        : ["clerk", "driver", "nurse"][Math.floor(3 * random() ** growth)],
      random() < 0.1,
    ];
  });
}

const shards = [rows(4000, 1, 2), rows(2500, 2, 1.9), rows(6000, 3, 2.2)];
const days = ["2026-11-01/2026-11-02", "2026-11-02/2026-11-03", "2026-11-03/2026-11-04"];
const reference = newPath(folder);

async function analyze(lines: unknown[][], out: string, window: string, ...more: string[]): Promise<string> {
  const data = table(folder, [HEADER, ...lines]);
  const ended = await featurescope(
    ["analyze", "--data", data, "--out", out, "--no-pictures", "--quiet"],
    more.includes("--reference") ? [] : ["--reference", reference],
    ["--pipeline", "credit", "--window", window, ...more],
  );
  expect(ended.code).toBe(0);
  return out;
}

async function freeze(lines: unknown[][], out: string): Promise<void> {
  const ended = await featurescope(
    "reference",
    "--data",
    table(folder, [HEADER, ...lines]),
    "--out",
    out,
    "--quiet",
  );
  expect(ended).toMatchObject({ code: 0, stderr: "" });
}

const EXACT = ["rows", "count", "missing", "nan", "zeros", "negatives", "trues", "min", "max"] as const;
const MOMENTS = ["mean", "std"] as const;
const QUANTILES = ["p1", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99"] as const;

const metric = (report: string, name: MetricName): number | null =>
  metricValue(statisticsOf(report, "amount").drift, name);
const referenceOf = (report: string): string => manifestOf(report).reference!.id;
const runOf = (report: string): string => manifestOf(report).run;

test("three shards merge to the report of the whole table", async () => {
  await freeze(rows(5000, 7, 1), reference);
  const [whole, merged, told, runs] = [newPath(folder), newPath(folder), newPath(folder), newPath(folder)];
  mkdirSync(runs);
  await analyze(shards.flat(), whole, "2026-11-01/2026-11-04");
  for (const [i, shard] of shards.entries()) await analyze(shard, join(runs, `day-${i}`), days[i]!);

  const ended = await featurescope("merge", runs, "--reference", reference, "--out", merged, "--no-pictures");
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout).toContain("12,500 rows");
  const [is, was] = [manifestOf(merged), manifestOf(whole)];
  expect(is).toMatchObject({
    pipeline: "credit",
    window: was.window,
    reference: was.reference,
    dataset: { rows: 12_500 },
  });
  expect(
    is.features.map(({ name, verdict, populationStabilityIndex: index, noiseBound, adjustedPValue }) => [
      name,
      verdict,
      index,
      noiseBound,
      adjustedPValue,
    ]),
  ).toEqual(
    was.features.map(({ name, verdict, populationStabilityIndex: index, noiseBound, adjustedPValue }) => [
      name,
      verdict,
      index,
      noiseBound,
      adjustedPValue,
    ]),
  );
  expect(is.features.map(({ verdict }) => verdict)).toContain("shifted");

  for (const key of HEADER) {
    const [sum, exact] = [statisticsOf(merged, key), statisticsOf(whole, key)];
    for (const name of EXACT) expect([key, name, sum[name]]).toEqual([key, name, exact[name]]);
    expect(sum.drift!.bins).toEqual(exact.drift!.bins);
    expect(sum.drift!.verdicts).toEqual(exact.drift!.verdicts);
    for (const metric of exact.drift!.metrics.filter(({ name }) => name !== "wassersteinDistance")) {
      expect(sum.drift!.metrics).toContainEqual(metric);
    }
    for (const name of MOMENTS)
      expect(Math.abs((sum[name] ?? 0) - (exact[name] ?? 0))).toBeLessThanOrEqual(1e-12 * (exact.std ?? 0));
    for (const name of QUANTILES)
      expect(Math.abs((sum[name] ?? 0) - (exact[name] ?? 0))).toBeLessThanOrEqual(sum.quantileError ?? 0);
    const [drawn, drawnExactly] = [merged, whole].map((report) =>
      decodeDistribution(readJson(report, "features", key, "distribution.json")),
    ) as [ReturnType<typeof decodeDistribution>, ReturnType<typeof decodeDistribution>];
    expect(Math.abs(sum.distinct! - exact.distinct!)).toBeLessThanOrEqual(4 * sum.distinctError!);
    expect(sum.identifierLike).toBe(exact.identifierLike);
    expect(drawn.levels).toEqual(drawnExactly.levels);
    expect(drawn.points).toEqual(drawnExactly.points);
    expect(drawn.histogram?.current.counts).toEqual(drawnExactly.histogram?.current.counts);
    const profile = readFileSync(join(merged, "features", key, "profile.json"));
    expect(profile.length).toBeLessThan(20_000);
    expect(decodeProfile(JSON.parse(profile.toString()))).toMatchObject({ rows: 12_500, feature: key });
  }
  expect(statisticsOf(merged, "age").quantileError).toBe(0);
  expect(statisticsOf(merged, "amount").quantileError).toBeLessThan(4000);

  // Without the reference file the documents tell all but its cells.
  const without = await featurescope("merge", runs, "--out", told, "--no-pictures", "--quiet");
  expect(without).toMatchObject({ code: 0, stderr: "" });
  expect(metric(told, "populationStabilityIndex")).toBe(metric(whole, "populationStabilityIndex"));
  expect([metric(told, "wassersteinDistance"), metric(told, "kolmogorovSmirnovStatistic")]).toEqual([
    null,
    null,
  ]);
  expect(JSON.stringify(statisticsOf(told, "amount").drift)).toContain("which was not given");

  // A merged report merges again.
  const twice = newPath(folder);
  const pair = await featurescope(
    "merge",
    merged,
    join(runs, "day-0"),
    "--reference",
    reference,
    "--out",
    twice,
    "--no-pictures",
    "--quiet",
  );
  expect(pair).toMatchObject({ code: 0, stderr: "" });
  expect(statisticsOf(twice, "job").rows).toBe(16_500);
}, 180_000);

test("what does not go together is refused, with both sides named", async () => {
  const other = newPath(folder);
  const [a, b, bare, text] = [newPath(folder), newPath(folder), newPath(folder), newPath(folder)];
  await freeze(rows(900, 8, 1), reference);
  await freeze(rows(901, 9, 1), other);
  await analyze(rows(300, 4, 1), a, days[0]!);
  await analyze(rows(300, 5, 1), b, days[1]!, "--reference", other);
  const refused = async (said: string, ...args: string[]): Promise<void> => {
    const ended = await featurescope("merge", ...args, "--out", newPath(folder));
    expect(ended.code).toBe(4);
    expect(ended.stderr).toContain(said);
  };
  await refused(`${referenceOf(a)} at ${a} and ${referenceOf(b)} at ${b}`, a, b);
  await refused(`${referenceOf(b)} in --reference`, a, "--reference", other);
  await refused(`each shard once, found run ${manifestOf(a).run}`, a, a);
  const plain = await featurescope(
    "analyze",
    "--data",
    table(folder, [HEADER, ...rows(200, 6, 1)]),
    "--out",
    bare,
    "--no-pictures",
    "--quiet",
  );
  expect(plain.code).toBe(0);
  await refused("compared with a reference", bare);
  await refused("expected a report at", newPath(folder));
  writeFileSync(text, "not a reference\n");
  await refused("expected a file of `featurescope reference`", a, "--reference", text);
  const none = await featurescope("merge");
  expect(none.code).toBe(2);
  expect(none.stderr).toContain("name at least one report directory");
  expect(none.stderr).toContain("--out is required");
}, 180_000);

test("a feature that a shard could not analyse is failed in the whole, and sinks nothing else", async () => {
  const [a, b, c, out] = [newPath(folder), newPath(folder), newPath(folder), newPath(folder)];
  await freeze(rows(900, 8, 1), reference);
  await analyze(rows(300, 4, 1), a, days[0]!);
  await analyze(
    rows(300, 5, 1).map(([amount, used, , ...others]) => [amount, used, "n/k", ...others]),
    b,
    days[1]!,
    "--features",
    "amount,limit_used,age,job",
  );
  await analyze(rows(300, 6, 1), c, days[2]!);
  const damaged = join(c, "features", "limit_used", "profile.json");
  writeFileSync(damaged, readFileSync(damaged, "utf8").replace('"rows":300', '"rows":301'));
  const ended = await featurescope("merge", a, b, c, "--reference", reference, "--out", out);
  expect(ended.code).toBe(0);
  const statuses = manifestOf(out).features.map(({ name, status, rows: all }) => [name, status, all]);
  expect(statuses).toEqual([
    ["amount", "ok", 900],
    ["limit_used", "failed", 900],
    ["age", "failed", 900],
    ["job", "ok", 900],
    ["defaulted", "failed", 900],
  ]);
  expect(statisticsOf(out, "age").reason).toContain(`Shard ${runOf(b)}: The reference holds numbers`);
  expect(statisticsOf(out, "limit_used").reason).toContain(`Shard ${runOf(c)}: its counts could not be read`);
  expect(statisticsOf(out, "defaulted").reason).toBe(
    `Shard ${runOf(b)} did not analyse it. If its rows lack the column, as before one is added, the feature is whole again once all shards have it; if its --features leave it out, analyse that shard again with it, or all of them without.`,
  );
  expect(ended.stderr).toContain("age: Shard");
  const unreadable = join(c, "features", "job", "profile.json");
  rmSync(unreadable);
  mkdirSync(unreadable);
  const strict = await featurescope("merge", a, b, c, "--out", newPath(folder), "--strict", "--no-pictures");
  expect(strict.code).toBe(3);
  expect(strict.stderr).toMatch(/job: Shard .* found EISDIR.*; let this user read it, or analyse again/);
}, 180_000);

test("hours that are merged into a day go into a pipeline of their own, so that a history has runs of one length", async () => {
  const hours = [newPath(folder), newPath(folder)];
  await analyze(rows(300, 5, 1), hours[0]!, days[0]!);
  await analyze(rows(300, 6, 1), hours[1]!, days[1]!);
  const whole = newPath(folder);
  const merge = ["merge", ...hours, "--out", whole, "--no-pictures", "--quiet"];

  expect((await featurescope(merge)).code).toBe(0);
  expect(manifestOf(whole).pipeline).toBe("credit");
  expect((await featurescope(merge, "--pipeline", "credit daily")).code).toBe(0);
  expect(manifestOf(whole).pipeline).toBe("credit daily");
});

test("a window that was analysed twice is told of, as its rows then count twice", async () => {
  await freeze(rows(900, 7, 1), reference);
  const runs = newPath(folder);
  mkdirSync(runs);
  const [first, again, other] = ["a", "b", "c"].map((name) => join(runs, name)) as [string, string, string];
  for (const path of [first, again]) await analyze(rows(600, 1, 2), path, days[0]!);
  await analyze(rows(600, 2, 2), other, days[0]!);
  const { stderr } = await featurescope("merge", runs, "--out", newPath(folder), "--no-pictures");
  const [one, two] = [first, again].map((path) => `run ${runOf(path)} at ${path}`).sort();
  expect(stderr.split("\n").sort()).toEqual([
    "",
    expect.stringMatching(/ have the same window and figures; if their rows are the same, leave one out$/),
  ]);
  for (const said of [one, two]) expect(stderr).toContain(said);
  expect(await featurescope("merge", first, other, "--out", newPath(folder), "--no-pictures")).toMatchObject({
    stderr: "",
  });
});
