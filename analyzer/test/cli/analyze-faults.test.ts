import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FEATURESCOPE } from "../../../gateway/test/support/built-program.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { applications, manifestOf, newPath, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();
const out = (): string => newPath(folder);

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
  ["an empty file", () => table(folder, []), "expected"],
  [
    "a ragged row",
    () =>
      table(folder, [
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
  const { code } = await featurescope("analyze", "--data", table(folder, [["a", "b"]]), "--out", report);
  expect(code).toBe(0);
  expect(manifestOf(report).features.map(({ status, rows }) => [status, rows])).toEqual([
    ["empty", 0],
    ["empty", 0],
  ]);
});

test("an empty file is a report in which every feature of the reference, or that is asked for, says so", async () => {
  const empty = table(folder, []);
  const [before, reference] = [applications(folder, 300, 40, 9), newPath(folder)];
  await featurescope("reference", "--data", before, "--out", reference);
  const asked: [string[], string[]][] = [
    [
      ["--reference", reference],
      ["age", "income", "job"],
    ],
    [
      ["--features", "age,job", "--time-column", "at"],
      ["age", "job"],
    ],
  ];
  for (const [args, names] of asked) {
    const report = out();
    const { code, stderr } = await featurescope("analyze", "--data", empty, ...args, "--out", report);
    expect(code).toBe(0);
    expect(stderr).toBe(`featurescope: ${empty} is an empty file\n`);
    expect(manifestOf(report).dataset.rows).toBe(0);
    expect(manifestOf(report).features.map(({ name, status, rows }) => [name, status, rows])).toEqual(
      names.map((name) => [name, "not-found", 0]),
    );
    expect(statisticsOf(report, "age")).toMatchObject({
      reason: `Expected a column "age", found an empty file.`,
    });
    expect(readFileSync(join(report, "manifest.json"), "utf8")).not.toContain(folder);
    const strict = await featurescope("analyze", "--data", empty, ...args, "--out", report, "--strict");
    expect(strict.code).toBe(3);
  }
});

/** Root may write anywhere, until it gives that right up. */
const UNPRIVILEGED = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override"] : [];

test("a folder that may not be written to ends with 5 and says that permission is denied", () => {
  const locked = join(folder, "locked");
  mkdirSync(locked);
  chmodSync(locked, 0o555);
  const [program, ...words] = [...UNPRIVILEGED, process.execPath, FEATURESCOPE, "analyze"];
  const args = ["--data", applications(folder, 50, 40, 9), "--out", join(locked, "report")];
  const { status, stderr } = spawnSync(program, [...words, ...args], { encoding: "utf8" });
  expect(status).toBe(5);
  expect(stderr).toBe(
    `featurescope: expected to write ${locked}/report, found: permission denied; allow this user to write there, or write elsewhere\n`,
  );
});

test("an out that cannot be written ends with a clear line", async () => {
  const file = table(folder, [["not a folder"]]);
  const under = await featurescope(
    "analyze",
    "--data",
    applications(folder, 50, 40, 9),
    "--out",
    join(file, "report"),
  );
  expect(under.code).toBe(2);
  expect(under.stderr).toContain("found a file");
  const system = await featurescope(
    "analyze",
    "--data",
    applications(folder, 50, 40, 9),
    "--out",
    "/proc/featurescope",
  );
  expect(system.code).toBe(5);
  expect(system.stderr).toMatch(/^featurescope: expected to write \/proc\/featurescope, found: .*\n$/);
});

test("--on-bad-rows skip leaves ragged rows out, says how many, and the manifest has the count; a merge adds them up", async () => {
  const ragged = (rows: number): string =>
    table(folder, [
      ["a", "b"],
      ...Array.from({ length: rows }, (_, i) => (i % 100 === 3 ? [i] : [i, i % 7])),
    ]);
  const frozen = newPath(folder);
  const skip = ["--on-bad-rows", "skip"];
  const reference = await featurescope("reference", "--data", ragged(1000), skip, "--out", frozen, "--json");
  expect(reference.stderr).toMatch(
    /^featurescope: 10 rows of .* were left out: they have too many or too few values\n$/,
  );
  expect(JSON.parse(reference.stdout)).toMatchObject({ rows: 990, skippedRows: 10 });
  const reports = [out(), out()];
  for (const [i, report] of reports.entries()) {
    const data = ["--data", ragged(i === 0 ? 300 : 50), "--reference", frozen, "--no-pictures"];
    const { code, stderr } = await featurescope("analyze", data, skip, "--out", report);
    expect(code).toBe(0);
    expect(stderr).toContain(i === 0 ? "3 rows" : "1 row of");
  }
  expect(manifestOf(reports[0]!).dataset).toMatchObject({ rows: 297, skippedRows: 3 });
  const merged = out();
  await featurescope("merge", reports, "--reference", frozen, "--out", merged, "--no-pictures");
  expect(manifestOf(merged).dataset).toMatchObject({ rows: 297 + 49, skippedRows: 4 });
  const wrong = await featurescope("analyze", "--data", ragged(9), "--on-bad-rows", "keep", "--out", out());
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("--on-bad-rows: expected one of refuse, skip, found keep");
});

test("stray words among numbers are missing, counted and said; which words, can be named for the run or for one feature", async () => {
  const data = table(folder, [
    ["a", "b", "code"],
    [1, 2, "-"],
    ["N/A", "-", "x"],
    ["null", 4, "-"],
    ["-", "N/A", "x"],
  ]);
  const analyse = async (...more: string[]): Promise<[string, [string, number | null][]]> => {
    const report = out();
    const { code, stderr } = await featurescope(
      "analyze",
      "--data",
      data,
      ...more,
      "--out",
      report,
      "--no-pictures",
    );
    expect(code).toBe(0);
    return [stderr, manifestOf(report).features.map(({ kind, missingShare }) => [kind, missingShare])];
  };
  const [said, plain] = await analyse();
  expect(plain).toEqual([
    ["numeric", 0.75],
    ["numeric", 0.5],
    ["categorical", 0],
  ]);
  expect(said).toContain("3 in a, 2 in b;");
  const config = newPath(folder);
  writeFileSync(config, "features: { b: { missingTokens: ['-', N/A, '4'] } }\n");
  const [silent, named] = await analyse("--missing-tokens", "N/A,null,-", "--config", config);
  expect(silent).toBe("");
  expect(named).toEqual([
    ["numeric", 0.75],
    ["numeric", 0.75],
    ["categorical", 0.5],
  ]);
  writeFileSync(config, "features: { a: { missingTokens: [] } }\n");
  const [, none] = await analyse("--config", config);
  expect(none.map(([kind]) => kind)).toEqual(["categorical", "numeric", "categorical"]);
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

test.each([
  ["that is missing", () => join(folder, "none.parquet"), "none.parquet"],
  ["that is a folder without a report", () => folder, "found no manifest.json"],
  [
    "that was cut off",
    () => {
      const path = newPath(folder);
      writeFileSync(path, '{"schemaVersion":1,"type":"featurescope-reference","id":"a');
      return path;
    },
    "expected JSON",
  ],
  [
    "of a newer Featurescope",
    () => {
      const path = newPath(folder);
      writeFileSync(path, '{"schemaVersion":2,"type":"featurescope-reference"}');
      return path;
    },
    "schemaVersion: expected at most 1, found 2",
  ],
])("a reference %s ends with 4 and one clear line that names it", async (_, reference, said) => {
  const data = applications(folder, 50, 40, 9);
  const path = reference();
  const { code, stderr } = await featurescope(
    "analyze",
    ["--data", data, "--out", out()],
    ["--reference", path],
  );
  expect(code).toBe(4);
  expect(stderr).toMatch(/^featurescope: .*\n$/);
  expect(stderr).toContain(said);
  expect(stderr).toContain(path);
});

test("a feature that no column has is told which one was meant", async () => {
  const report = out();
  const args = ["--data", applications(folder, 200, 40, 9), "--features", "Age,agee", "--no-pictures"];
  const { stderr } = await featurescope("analyze", args, "--out", report);
  expect(stderr.match(/; did you mean age\?\n/g)).toHaveLength(2);
});

test("a configured feature that no column has is said, and sinks nothing", async () => {
  const config = join(folder, "typo.yaml");
  writeFileSync(config, "features: { agee: { unit: years } }\n");
  const args = ["--data", applications(folder, 200, 40, 9), "--config", config, "--no-pictures"];
  const { code, stderr } = await featurescope("analyze", args, "--out", out());
  expect(code).toBe(0);
  expect(stderr).toBe("featurescope: the configuration names agee, which is no column; did you mean age?\n");
});
