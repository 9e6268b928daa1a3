import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { decodeDistribution, keysOf } from "../../src/artifact/index.js";
import { sha256 } from "../../src/report/sha256.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { applications, manifestOf, newPath, readJson, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();
const out = (): string => newPath(folder);

test("rows become a report whose manifest vouches for every file, and whose shift is seen", async () => {
  const report = out();
  const { code, stdout, stderr } = await featurescope(
    [
      "analyze",
      "--data",
      applications(folder, 2000, 40, 50),
      "--reference",
      applications(folder, 3000, 44, 50),
    ],
    ["--out", report, "--window", "2026-11-01/2026-12-01", "--pipeline", "credit"],
  );
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain("▲  age");

  const manifest = manifestOf(report);
  expect(manifest).toMatchObject({
    pipeline: "credit",
    window: { start: "2026-11-01T00:00:00.000Z", end: "2026-12-01T00:00:00.000Z" },
    dataset: { rows: 2000 },
    reference: { rows: 3000 },
  });
  expect(manifest.run).toMatch(/^20261201t000000z-[0-9a-f]{8}$/);
  expect(manifest.features.map(({ name }) => name)).toEqual(["age", "income", "job"]);
  expect(manifest.features.map(({ verdict }) => verdict)).toEqual(["shifted", "stable", "stable"]);
  for (const file of manifest.files) {
    const bytes = readFileSync(join(report, file.path));
    expect({ ...file, sha256: sha256(bytes), bytes: bytes.byteLength }).toEqual(file);
  }
  const written = readdirSync(report, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(written).toHaveLength(manifest.files.length + 1);
  for (const key of ["age", "income", "job"]) {
    const { statistics, distribution, spec } = {
      statistics: statisticsOf(report, key),
      distribution: decodeDistribution(readJson(report, "features", key, "distribution.json")),
      spec: readJson(report, "features", key, "chart.vl.json") as { $schema: string },
    };
    expect(statistics).toMatchObject({ feature: key, run: manifest.run, rows: 2000 });
    expect(distribution).toMatchObject({
      feature: key,
      run: manifest.run,
      rows: { current: 2000, reference: 3000 },
    });
    expect(spec.$schema).toContain("vega-lite");
    expect(statistics.pictures).toEqual(["chart.png", "card.png"]);
    for (const picture of statistics.pictures) {
      const bytes = readFileSync(join(report, "features", key, picture));
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    }
  }
  expect(readFileSync(join(report, "summary.md"), "utf8")).toMatch(/\|1\|`age`\|▲\|shifted\|/);
  expect(readFileSync(join(report, "summary.csv"), "utf8").split("\n")[1]).toMatch(
    /^1,age,numeric,ok,shifted,/,
  );
});

test("--pictures light,dark draws the chart in both themes, and the documents tell which pictures there are", async () => {
  const data = applications(folder, 500, 40, 50);
  const dark = out();
  await featurescope(
    "analyze",
    "--data",
    data,
    "--features",
    "age",
    "--out",
    dark,
    "--pictures",
    "light,dark",
  );
  const { pictures } = statisticsOf(dark, "age");
  expect(pictures).toEqual(["chart.png", "chart-dark.png", "card.png"]);
  const files = readdirSync(join(dark, "features/age")).filter((name) => name.endsWith(".png"));
  expect(files.toSorted()).toEqual(pictures.toSorted());

  const none = out();
  await featurescope("analyze", "--data", data, "--features", "age", "--out", none, "--no-pictures");
  expect(statisticsOf(none, "age").pictures).toEqual([]);

  const refused = await featurescope("analyze", "--data", data, "--out", out(), "--pictures", "sepia");
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringContaining("--pictures: expected light or dark, found sepia; --no-pictures leaves them out"),
  ]);
});

test("--json tells the outcome in one line, --quiet nothing", async () => {
  const data = applications(folder, 500, 40, 50);
  const told = await featurescope("analyze", "--data", data, "--out", out(), "--json", "--no-pictures");
  expect(told.stderr).toBe("");
  expect(JSON.parse(told.stdout)).toMatchObject({
    rows: 500,
    counts: { features: 3, unknown: 3 },
    warnings: [],
  });
  const quiet = await featurescope("analyze", "--data", data, "--out", out(), "--quiet", "--no-pictures");
  expect(quiet).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("reference and current the same file: every index is exactly 0", async () => {
  const data = applications(folder, 4000, 40, 9);
  const report = out();
  const { code } = await featurescope(
    "analyze",
    "--data",
    data,
    "--reference",
    data,
    "--out",
    report,
    "--no-pictures",
  );
  expect(code).toBe(0);
  for (const feature of manifestOf(report).features) {
    expect(feature.populationStabilityIndex).toBe(0);
    expect(feature.verdict).toBe("stable");
  }
});

test("a report made without a reference serves as one, a file of `reference` gives the very same figures", async () => {
  const before = applications(folder, 2000, 44, 50);
  const data = applications(folder, 2000, 40, 20);
  const [first, frozen, fromReport, fromFile] = [out(), join(folder, "reference.json"), out(), out()];
  await featurescope("analyze", "--data", before, "--out", first, "--no-pictures");
  await featurescope("reference", "--data", before, "--out", frozen);
  await featurescope("analyze", "--data", data, "--reference", first, "--out", fromReport, "--no-pictures");
  await featurescope("analyze", "--data", data, "--reference", frozen, "--out", fromFile, "--no-pictures");
  const [a, b] = [manifestOf(fromReport), manifestOf(fromFile)];
  expect(a.features.map(({ populationStabilityIndex }) => populationStabilityIndex)).toEqual(
    b.features.map(({ populationStabilityIndex }) => populationStabilityIndex),
  );
  expect(a.reference?.id).toBe(b.reference?.id);
  expect(a.features[0]?.populationStabilityIndex).toBeGreaterThan(0.25);

  const chained = await featurescope("analyze", "--data", data, "--reference", fromFile, "--out", out());
  expect(chained.code).toBe(4);
  expect(chained.stderr).toContain("expected a report made without a reference");
});

function documentsOf(report: string, key: string): string[] {
  return ["statistics.json", "distribution.json", "chart.vl.json"].map((file) =>
    readFileSync(join(report, "features", key, file), "utf8").replaceAll(/"createdAt":"[^"]*"/g, ""),
  );
}

test("the same rows give the same documents, but for identity and time", async () => {
  const data = applications(folder, 1000, 40, 50);
  const [first, second] = [out(), out()];
  for (const report of [first, second]) {
    await featurescope("analyze", "--data", data, "--out", report, "--run", "r1", "--no-pictures");
  }
  expect(documentsOf(first, "age")).toEqual(documentsOf(second, "age"));
});

test("titles, units, kinds and limits come from the configuration", async () => {
  const config = join(folder, "settings.yaml");
  writeFileSync(
    config,
    `note: { en: Made up, zh-Hans: 虚构 }
features:
  age: { title: { zh-Hans: 年龄 }, unit: years, importance: 2, kind: categorical, limits: { watch: 0.2 } }
`,
  );
  const report = out();
  const data = applications(folder, 500, 40, 50);
  const { code } = await featurescope(
    "analyze",
    "--data",
    data,
    "--config",
    config,
    "--out",
    report,
    "--no-pictures",
  );
  expect(code).toBe(0);
  const { note, features } = manifestOf(report);
  expect(note).toEqual({ en: "Made up", "zh-Hans": "虚构" });
  expect(features[0]).toMatchObject({
    title: { "zh-Hans": "年龄" },
    unit: "years",
    importance: 2,
    kind: "categorical",
  });
  expect(features[0]?.limits.watch).toBe(0.2);
  expect(statisticsOf(report, "age").unit).toBe("years");
});

test("names with slashes, quotes, commas, dots and in any script", async () => {
  const names = ["a/b", '"quoted"', "年龄", "x,y", "..", "with space", "emoji 🙂", "Age", "age"];
  const header = names.map((name) => `"${name.replaceAll('"', '""')}"`);
  const report = out();
  const rows = Array.from({ length: 60 }, (_, index) => names.map((_, column) => index + column));
  const { code, stderr } = await featurescope(
    "analyze",
    "--data",
    table(folder, [header, ...rows]),
    "--out",
    report,
  );
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const { features } = manifestOf(report);
  expect(features.map(({ name }) => name)).toEqual(names);
  const keys = keysOf(names, sha256);
  for (const name of names) {
    expect(statisticsOf(report, keys.get(name) ?? "").feature).toBe(name);
  }
  const one = out();
  await featurescope(
    "analyze",
    "--data",
    table(folder, [header, ...rows]),
    "--feature",
    "x,y",
    "--feature",
    "年龄",
    "--out",
    one,
  );
  expect(manifestOf(one).features.map(({ name }) => name)).toEqual(["x,y", "年龄"]);
});

test("a real credit table: missing tokens, kinds, points and levels, and the findings in the summary", async () => {
  const data = fileURLToPath(new URL("../data/credit_data.csv", import.meta.url));
  const report = out();
  const { code, stderr } = await featurescope("analyze", [
    "--data",
    data,
    "--reference",
    data,
    "--missing-tokens",
    "NA",
    "--out",
    report,
  ]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const { features, dataset } = manifestOf(report);
  expect(dataset.rows).toBe(4454);
  expect(features.every(({ status, verdict }) => status === "ok" && verdict === "stable")).toBe(true);
  const income = statisticsOf(report, "Income");
  expect(income).toMatchObject({ kind: "numeric", missing: 381, count: 4454 - 381 });
  expect(income.drift?.bins.reduce((sum, { current }) => sum + current, 0)).toBe(4454);
  const debt = decodeDistribution(readJson(report, "features/Debt/distribution.json"));
  expect(debt.points).toMatchObject([{ value: 0 }]);
  expect(statisticsOf(report, "Home").kind).toBe("categorical");
});
