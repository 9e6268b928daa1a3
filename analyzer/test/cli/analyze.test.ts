import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  decodeDistribution,
  decodeManifest,
  decodeStatistics,
  keysOf,
  type Manifest,
  type StatisticsDocument,
} from "../../src/artifact/index.js";
import { sha256 } from "../../src/report/sha256.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";

const folder = temporaryFolder();
let files = 0;

/** Writes a table and gives its path. */
function table(lines: readonly (readonly unknown[])[]): string {
  const path = join(folder, `table-${++files}.csv`);
  writeFileSync(path, lines.map((line) => `${line.join(",")}\n`).join(""));
  return path;
}

/** A table of applications: ages around a centre, incomes of which some are missing, jobs. */
function applications(rows: number, centre: number, missingEvery: number): string {
  const line = (index: number): unknown[] => [
    centre + ((index * 7919) % 31) - 15,
    index % missingEvery === 0 ? "" : ((index * 104_729) % 9973) / 7,
    ["clerk", "driver", "nurse"][(index * 31) % 3],
  ];
  return table([["age", "income", "job"], ...Array.from({ length: rows }, (_, index) => line(index))]);
}

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(...path), "utf8"));
}

function manifestOf(report: string): Manifest {
  return decodeManifest(readJson(report, "manifest.json"));
}

function statisticsOf(report: string, key: string): StatisticsDocument {
  return decodeStatistics(readJson(report, "features", key, "statistics.json"));
}

const out = (): string => join(folder, `report-${++files}`);

test("rows become a report whose manifest vouches for every file, and whose shift is seen", async () => {
  const report = out();
  const { code, stdout, stderr } = await featurescope(
    ...["analyze", "--data", applications(2000, 40, 50), "--reference", applications(3000, 44, 50)],
    ...["--out", report, "--window", "2026-11-01/2026-12-01", "--pipeline", "credit"],
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
    expect(
      readFileSync(join(report, "features", key, "chart.png"))
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  }
  expect(readFileSync(join(report, "summary.md"), "utf8")).toMatch(/\|1\|`age`\|▲\|shifted\|/);
  expect(readFileSync(join(report, "summary.csv"), "utf8").split("\n")[1]).toMatch(
    /^1,age,numeric,ok,shifted,/,
  );
});

test("--json tells the outcome in one line, --quiet nothing", async () => {
  const data = applications(500, 40, 50);
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
  const data = applications(4000, 40, 9);
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
  const before = applications(2000, 44, 50);
  const data = applications(2000, 40, 20);
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

test("the same rows give the same documents, but for identity and time", async () => {
  const data = applications(1000, 40, 50);
  const [first, second] = [out(), out()];
  for (const report of [first, second]) {
    await featurescope("analyze", "--data", data, "--out", report, "--run", "r1", "--no-pictures");
  }
  const documents = (report: string): string[] =>
    ["statistics.json", "distribution.json", "chart.vl.json"].map((file) =>
      readFileSync(join(report, "features/age", file), "utf8").replace(/"createdAt":"[^"]*"/g, ""),
    );
  expect(documents(first)).toEqual(documents(second));
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
  const data = applications(500, 40, 50);
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
  const { code, stderr } = await featurescope("analyze", "--data", table([header, ...rows]), "--out", report);
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
    table([header, ...rows]),
    "--feature",
    "x,y",
    "--feature",
    "年龄",
    "--out",
    one,
  );
  expect(manifestOf(one).features.map(({ name }) => name)).toEqual(["x,y", "年龄"]);
});

test("a feature that is asked for and not there is said, and sinks nothing; --strict makes it 3", async () => {
  const report = out();
  const args = [
    "--data",
    applications(500, 40, 50),
    "--features",
    "age,incom",
    "--out",
    report,
    "--no-pictures",
  ];
  const plain = await featurescope("analyze", ...args);
  expect(plain.code).toBe(0);
  expect(plain.stderr).toContain("incom");
  expect(manifestOf(report).features.map(({ status }) => status)).toEqual(["ok", "not-found"]);
  expect(statisticsOf(report, "incom")).toMatchObject({
    status: "not-found",
    finding: { code: "not-found" },
  });

  const strict = await featurescope("analyze", ...args, "--strict");
  expect(strict.code).toBe(3);
  expect(strict.stderr).toContain("not so: incom");
  expect(manifestOf(report).features).toHaveLength(2);
});

test("a column that only the reference has is shown as not found", async () => {
  const report = out();
  const before = table([["age", "gone"], ...Array.from({ length: 3000 }, (_, index) => [index % 50, index])]);
  const data = table([["age", "new"], ...Array.from({ length: 3000 }, (_, index) => [index % 50, index])]);
  const { code } = await featurescope(
    "analyze",
    "--data",
    data,
    "--reference",
    before,
    "--out",
    report,
    "--no-pictures",
  );
  expect(code).toBe(0);
  expect(
    manifestOf(report).features.map(({ name, status, finding }) => [name, status, finding.code]),
  ).toEqual([
    ["age", "ok", "as-before"],
    ["new", "ok", "no-reference"],
    ["gone", "not-found", "not-found"],
  ]);
});

test("a column whose kind changed has no drift, but a status", async () => {
  const report = out();
  const before = table([["age"], ...Array.from({ length: 300 }, (_, index) => [index % 50])]);
  const data = table([["age"], ...Array.from({ length: 300 }, (_, index) => [["young", "old"][index % 2]])]);
  const { code } = await featurescope("analyze", "--data", data, "--reference", before, "--out", report);
  expect(code).toBe(0);
  expect(statisticsOf(report, "age")).toMatchObject({
    status: "type-changed",
    kind: "categorical",
    drift: null,
    reference: { kind: "numeric" },
  });
});

test("the drift gate trips after the report is written", async () => {
  const report = out();
  const args = [
    "--data",
    applications(2000, 40, 50),
    "--reference",
    applications(3000, 44, 50),
    "--out",
    report,
  ];
  const tripped = await featurescope("analyze", ...args, "--fail-on", "shifted", "--no-pictures");
  expect(tripped.code).toBe(6);
  expect(tripped.stderr).toContain("these did: age");
  expect(manifestOf(report).features).toHaveLength(3);
  const calm = await featurescope(
    "analyze",
    ...args,
    "--features",
    "job",
    "--fail-on",
    "watch",
    "--no-pictures",
  );
  expect(calm.code).toBe(0);
});

test.each([
  ["a missing file", () => join(folder, "none.csv"), "none.csv"],
  [
    "a picture",
    () => {
      const path = join(folder, "picture.png");
      writeFileSync(path, Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
      return path;
    },
    "expected",
  ],
  ["an empty file", () => table([]), "expected"],
  [
    "a ragged row",
    () =>
      table([
        ["a", "b"],
        [1, 2],
        [1, 2, 3],
        [4, 5],
      ]),
    "line 3",
  ],
])("%s ends with 4 and one clear line, and leaves nothing", async (_, data, said) => {
  const report = out();
  const { code, stdout, stderr } = await featurescope("analyze", "--data", data(), "--out", report);
  expect(code).toBe(4);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^featurescope: .*\n$/);
  expect(stderr).toContain(said);
  expect(existsSync(report)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("a header without rows is a report of empty features", async () => {
  const report = out();
  const { code } = await featurescope("analyze", "--data", table([["a", "b"]]), "--out", report);
  expect(code).toBe(0);
  expect(manifestOf(report).features.map(({ status, rows }) => [status, rows])).toEqual([
    ["empty", 0],
    ["empty", 0],
  ]);
});

test.skipIf(process.getuid?.() === 0)("a folder that may not be written", async () => {
  const locked = join(folder, "locked");
  mkdirSync(locked);
  chmodSync(locked, 0o555);
  const { code, stderr } = await featurescope(
    "analyze",
    "--data",
    applications(50, 40, 9),
    "--out",
    `${locked}/report`,
  );
  expect(code).toBe(5);
  expect(stderr).toContain("permission denied");
});

test("an out that cannot be written ends with a clear line", async () => {
  const file = table([["not a folder"]]);
  const under = await featurescope(
    "analyze",
    "--data",
    applications(50, 40, 9),
    "--out",
    join(file, "report"),
  );
  expect(under.code).toBe(2);
  expect(under.stderr).toContain("found a file");
  const system = await featurescope(
    "analyze",
    "--data",
    applications(50, 40, 9),
    "--out",
    "/proc/featurescope",
  );
  expect(system.code).toBe(5);
  expect(system.stderr).toMatch(/^featurescope: expected to write \/proc\/featurescope, found: .*\n$/);
});

test("--debug says where an error came from", async () => {
  const { stderr } = await featurescope(
    "analyze",
    "--data",
    join(folder, "none.csv"),
    "--out",
    out(),
    "--debug",
  );
  expect(stderr).toMatch(/^\s+at /m);
});
