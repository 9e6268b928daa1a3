import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { applications, manifestOf, newPath, table } from "./tables.js";

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

test.skipIf(process.getuid?.() === 0)("a folder that may not be written", async () => {
  const locked = join(folder, "locked");
  mkdirSync(locked);
  chmodSync(locked, 0o555);
  const { code, stderr } = await featurescope(
    "analyze",
    "--data",
    applications(folder, 50, 40, 9),
    "--out",
    `${locked}/report`,
  );
  expect(code).toBe(5);
  expect(stderr).toContain("permission denied");
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

test("stray words in numbers are missing where they are named, for the run or for one feature", async () => {
  const data = table(folder, [
    ["a", "b"],
    [1, 2],
    ["N/A", "-"],
    ["null", 4],
    ["-", "N/A"],
  ]);
  const config = newPath(folder);
  writeFileSync(config, "features: { b: { missingTokens: ['-', N/A, '4'] } }\n");
  const [plain, named] = [out(), out()];
  await featurescope("analyze", "--data", data, "--out", plain, "--no-pictures");
  expect(manifestOf(plain).features.map(({ kind, missingShare }) => [kind, missingShare])).toEqual([
    ["categorical", 0],
    ["categorical", 0],
  ]);
  const tokens = ["--missing-tokens", "N/A,null,-", "--config", config];
  await featurescope("analyze", "--data", data, tokens, "--out", named, "--no-pictures");
  expect(
    manifestOf(named).features.map(({ kind, status, missingShare }) => [kind, status, missingShare]),
  ).toEqual([
    ["numeric", "constant", 0.75],
    ["numeric", "constant", 0.75],
  ]);
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
])("a reference %s ends with 4 and one clear line", async (_, reference, said) => {
  const data = applications(folder, 50, 40, 9);
  const { code, stderr } = await featurescope(
    "analyze",
    ["--data", data, "--out", out()],
    ["--reference", reference()],
  );
  expect(code).toBe(4);
  expect(stderr).toMatch(/^featurescope: .*\n$/);
  expect(stderr).toContain(said);
});

test("a configured feature that no column has is said, and sinks nothing", async () => {
  const config = join(folder, "typo.yaml");
  writeFileSync(config, "features: { agee: { unit: years } }\n");
  const args = ["--data", applications(folder, 200, 40, 9), "--config", config, "--no-pictures"];
  const { code, stderr } = await featurescope("analyze", args, "--out", out());
  expect(code).toBe(0);
  expect(stderr).toBe("featurescope: the configuration names agee, which is no column\n");
});
