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
