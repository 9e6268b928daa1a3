import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { manifestOf, newPath, table } from "./tables.js";

const folder = temporaryFolder();

function linesOf(day: string): unknown[][] {
  return Array.from({ length: 120 }, (_, row) => [`${day}T00:00:00Z`, day, row]);
}

test("of many features that are gone the first are told, all by --json and the report", async () => {
  const names = Array.from({ length: 100 }, (_, i) => `f${i}`);
  const rows = Array.from({ length: 120 }, (_, row) => names.map(() => row));
  const before = table(folder, [names, ...rows]);
  const now = table(folder, [["f0"], ...rows.map(([first]) => [first])]);
  const report = newPath(folder);
  const args = ["--data", now, "--reference", before, "--no-pictures", "--json", "--out", report];
  const { code, stdout, stderr } = await featurescope("analyze", args);
  expect(code).toBe(0);
  const said = stderr.trim().split("\n");
  expect(said).toHaveLength(31);
  expect(said[0]).toContain('f1: Expected a column "f1", found f0');
  expect(said[30]).toBe(
    "featurescope: and 69 more warnings, all of which --json has; summary.md names the features",
  );
  expect((JSON.parse(stdout) as { warnings: string[] }).warnings).toHaveLength(99);
  expect(manifestOf(report).features.filter(({ status }) => status === "not-found")).toHaveLength(99);
});

test("the column of times, which is no feature, is not told to be hardly judged", async () => {
  const before = table(folder, [["at", "paid", "age"], ...linesOf("2026-10-01")]);
  const now = table(folder, [["at", "paid", "age"], ...linesOf("2026-11-30")]);
  const reference = newPath(folder);
  await featurescope("reference", "--data", before, "--out", reference);
  const window = ["--time-column", "at", "--window", "2026-11-30/2026-12-01"];
  const args = ["--data", now, "--reference", reference, "--no-pictures", "--out", newPath(folder)];
  const { stderr } = await featurescope("analyze", args, window);
  expect(stderr).toMatch(/^featurescope: of points in time \(paid\), only missing values are judged.*\n$/);
});

test("a window that no row is in freezes nothing, and leaves the reference that is there", async () => {
  const data = table(folder, [["at", "paid", "age"], ...linesOf("2026-10-01")]);
  const reference = newPath(folder);
  const freeze = ["reference", "--data", data, "--time-column", "at", "--out", reference, "--quiet"];
  expect((await featurescope(freeze, "--window", "2026-10-01/2026-10-02")).code).toBe(0);
  const before = readFileSync(reference);

  const { code, stderr } = await featurescope(freeze, "--window", "2027-10-01/2027-10-02");
  expect(code).toBe(4);
  expect(stderr).toContain("none of its 120 rows is in the window");
  expect(stderr).toContain("expected rows to freeze, found none. Look at what writes them");
  expect(readFileSync(reference)).toEqual(before);
});
