import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { DAY } from "../../src/artifact/index.js";
import { isAlarm, sayFinding } from "../../src/drift/index.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { manifestOf, newPath, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();
const OCTOBER = Date.UTC(2026, 9, 1);

/** A point in time as a table has it. */
const written = (time: number): string => new Date(time).toISOString().replace("T", " ").slice(0, 19);

/** What is wrong from October on: a timestamp that is not renewed, defaults of long ago and for ever in one row of fifty; `opened` is as it was. */
function rows(count: number, from: number, days: number): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const time = OCTOBER + (from + days * ((i * 0.618034) % 1)) * DAY;
    const opened = time - 90 * ((i * 0.754878) % 1) * DAY;
    const isWrong = from >= 0 && i % 50 === 0;
    const pulled = time - 5 * ((i * 0.56984) % 1) * DAY;
    return [
      time,
      opened,
      Math.min(pulled, OCTOBER),
      isWrong ? Date.UTC(1900, 0, 1) : opened,
      isWrong ? Date.UTC(9999, 11, 31) : opened,
    ].map(written);
  });
  return table(folder, [["at", "opened", "pulled", "since", "until"], ...lines]);
}

async function run(...line: string[]): Promise<string> {
  const report = newPath(folder);
  const ended = await featurescope([...line, "--out", report, "--quiet", "--no-pictures"]);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return report;
}

const reference = newPath(folder);
beforeAll(async () => {
  const data = rows(5000, -30, 30);
  const window = ["--window", "2026-09-01/2026-10-01", "--time-column", "at"];
  const ended = await featurescope(["reference", "--data", data, ...window, "--out", reference, "--quiet"]);
  if (ended.code !== 0) throw new Error(ended.stderr);
});

const NAMES = ["opened", "pulled", "since", "until"] as const;
const WINDOW = ["--window", "2026-10-09/2026-10-10"];

const verdictsOf = (report: string) =>
  NAMES.map((name) => {
    const { verdict, verdicts } = manifestOf(report).features.find((feature) => feature.name === name)!;
    return [verdict, verdicts.beyond?.verdict, verdicts.stale?.verdict];
  });
const saidOf = (report: string): string[] =>
  NAMES.map((name) => sayFinding(statisticsOf(report, name).finding, "en").replaceAll("\u00a0", " "));

const FAULTS = [
  ["unknown", "stable", "stable"],
  ["shifted", "stable", "shifted"],
  ["shifted", "shifted", "stable"],
  ["shifted", "shifted", "stable"],
];

test("faults of points in time are told, of one table as of its merged shards", async () => {
  const analyze = (data: string, ...more: string[]) =>
    run("analyze", "--data", data, "--reference", reference, "--features", NAMES.join(), ...more);
  const whole = await analyze(rows(1500, 8, 1), ...WINDOW);
  expect(verdictsOf(whole)).toEqual(FAULTS);
  expect(saidOf(whole)).toEqual([
    expect.stringMatching(/^From \d+ Jul 2026 to 9 Oct 2026\.$/),
    expect.stringMatching(/^Nothing newer than 1 Oct 2026, 00:00 UTC: \d\d\.\d % expected; 1 Oct 2026\.$/),
    "2.0 % before the reference's oldest value; from 1 Jan 1900 to 9 Oct 2026.",
    expect.stringMatching(/^2\.0 % long after the window's end; from \d+ Jul 2026 to 31 Dec 9999\.$/),
  ]);

  const shards = [await analyze(rows(500, 8, 1), ...WINDOW), await analyze(rows(1000, 8, 1), ...WINDOW)];
  const merged = await run("merge", ...shards, "--reference", reference);
  expect(verdictsOf(merged)).toEqual(FAULTS);
  expect(saidOf(merged)).toEqual(saidOf(whole).map((said) => expect.stringContaining(said.slice(0, 20))));
  // Documents lack the reference's cells, which tell how often values are renewed.
  const without = newPath(folder);
  const ended = await featurescope(["merge", ...shards, "--out", without, "--quiet", "--no-pictures"]);
  expect(ended).toMatchObject({
    code: 0,
    stderr:
      "featurescope: whether points in time (opened, pulled, since …) are still renewed is not judged: --reference names the file that tells\n",
  });
  expect(verdictsOf(without).map(([, ...parts]) => parts)).toEqual(
    FAULTS.map(([, beyond]) => [beyond, undefined]),
  );
  expect(manifestOf(without).note).toEqual({
    en: "Merged without the reference's file: whether points in time (opened, pulled, since …) are still renewed is not judged.",
    "zh-Hans": "合并时未提供基准文件：未判断时间字段（opened, pulled, since …）是否仍在更新。",
  });
  expect(manifestOf(merged).note).toEqual({});

  // What is then merged with it is judged, and says so no more; without it the same is said once.
  const again = await run("merge", without, "--reference", reference);
  expect([verdictsOf(again), manifestOf(again).note]).toEqual([FAULTS, {}]);
  const unjudged = manifestOf(without).note;
  expect(manifestOf(await run("merge", without)).note).toEqual(unjudged);
  const more = newPath(folder);
  await featurescope("merge", without, shards[0]!, "--out", more, "--quiet", "--no-pictures");
  expect(manifestOf(more).note).toEqual(unjudged);
});

test("a reference that is rows has the window of its time column, or the one that it is given", async () => {
  const run8 = ["--data", rows(1500, 8, 1), "--time-column", "at", ...WINDOW];
  const september = "2026-09-01/2026-10-01";
  const own = await run("analyze", ...run8, "--reference", rows(5000, -30, 30));
  expect(verdictsOf(own)).toEqual(FAULTS);
  const { reference } = manifestOf(own);
  expect(reference?.window).toEqual({ start: "2026-09-01T00:00:00.000Z", end: "2026-09-30T23:53:46.001Z" });

  const all = rows(6000, -30, 40);
  const cut = await run("analyze", ...run8, "--reference", all, "--reference-window", september);
  expect(manifestOf(cut).reference).toMatchObject({
    rows: 4501,
    window: { start: "2026-09-01T00:00:00.000Z", end: "2026-10-01T00:00:00.000Z" },
  });
});

test("a window for a frozen reference, or for none, is refused", async () => {
  const analyze = ["analyze", "--data", rows(10, 8, 1), "--out", newPath(folder)];
  const window = ["--reference-window", "2026-09-01/2026-10-01"];
  expect(await featurescope(...analyze, ...window)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--reference-window needs --reference"),
  });
  expect(await featurescope(...analyze, "--reference", reference, ...window)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("found a frozen reference; leave the option out"),
  });
});

test("without a window nothing is held against points in time but their missing share, which is said", async () => {
  const report = newPath(folder);
  const data = rows(1500, 8, 1);
  const { code, stderr } = await featurescope(
    ["analyze", "--data", data, "--reference", reference, "--out", report],
    ["--quiet", "--no-pictures"],
  );
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      "featurescope: of points in time (opened, pulled, since and others), only missing values are judged, as these rows have no window: tell it by --window\n",
  });
  expect(verdictsOf(report)).toEqual(NAMES.map(() => ["unknown", undefined, undefined]));
});

test("of two sides without windows nothing is said", async () => {
  await run("analyze", "--data", rows(1500, 8, 1), "--reference", rows(500, -30, 30));
});

test("a timestamp that is not renewed alarms within days, and another never does", async () => {
  const data = rows(10 * 400, 0, 10);
  const window = ["--time-column", "at", "--every", "1d"];
  const runs = await run(
    "analyze",
    "--data",
    data,
    ...window,
    "--reference",
    reference,
    "--features",
    "opened,pulled",
  );
  const reports = readdirSync(runs)
    .sort()
    .map((name) => manifestOf(join(runs, name)));
  expect(reports).toHaveLength(10);
  const alarms = (name: string) =>
    reports.map(({ features }) => isAlarm(features.find((feature) => feature.name === name)));
  expect(alarms("opened")).toEqual(reports.map(() => false));
  const first = alarms("pulled").indexOf(true);
  expect(first).toBeGreaterThan(1);
  expect(first).toBeLessThan(7);
  expect(alarms("pulled").slice(first)).not.toContain(false);
});
