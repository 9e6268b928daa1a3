import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { manifestOf, newPath, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();

const ROWS = 400;

/** @returns what it said beside its result */
async function run(...args: string[]): Promise<string> {
  const { code, stderr } = await featurescope(args);
  expect(code).toBe(0);
  return stderr;
}

function analyzed(args: string[]): Promise<string> {
  return run("analyze", "--no-pictures", ...args);
}

/**
 * Analyses each part of a table, and all of it.
 * @returns the reports of the parts merged and of the whole, and what the merge said
 */
async function bothWays(
  header: string[],
  parts: string[][][],
  reference: string,
): Promise<{ merged: string; whole: string; said: string }> {
  const [shards, merged, whole] = [newPath(folder), newPath(folder), newPath(folder)];
  mkdirSync(shards);
  const analyze = (lines: string[][], out: string): Promise<string> =>
    analyzed(["--data", table(folder, [header, ...lines]), "--reference", reference, "--out", out]);
  for (const [i, lines] of parts.entries()) await analyze(lines, join(shards, `${i}`));
  await analyze(parts.flat(), whole);
  const said = await run("merge", shards, "--reference", reference, "--no-pictures", "--out", merged);
  return { merged, whole, said };
}

/** Rows of a table, each of one text for each column. */
function rows(of: (row: number) => string[]): string[][] {
  return Array.from({ length: ROWS }, (_, row) => of(row));
}

const HEADER = ["code", "nan", "day", "flag", "income", "since"];
const MIXED = rows((row) => [
  row % 100 === 0 ? "other" : `${row % 3}.0`,
  ["x", "NaN"][row % 2]!,
  row % 100 === 0 ? "unknown" : `2026-10-0${1 + (row % 2)}`,
  ["true", "false", "unsure"][row % 3]!,
  row % 10 === 0 ? "N/A" : `${row}`,
  row % 10 === 0 ? "-" : `2026-10-0${1 + (row % 9)}`,
]);
const KINDS = ["categorical", "categorical", "categorical", "categorical", "numeric", "datetime"];
/** The same columns without what shows their kinds. */
const PLAIN = rows((row) => [`${row % 3}.0`, "NaN", "2026-10-01", "TRUE", "N/A", "-"]);

test("a shard of CSV is read as the reference has its columns, whatever its own values show: shards merge to the whole", async () => {
  const reference = newPath(folder);
  await run("reference", "--data", table(folder, [HEADER, ...MIXED]), "--out", reference);
  const { merged, whole, said } = await bothWays(HEADER, [PLAIN, MIXED], reference);
  expect(said).toBe("");
  expect(manifestOf(merged).features.map(({ kind, status }) => [kind, status])).toEqual(
    KINDS.map((kind) => [kind, "ok"]),
  );
  for (const key of HEADER) {
    const [sum, exact] = [statisticsOf(merged, key), statisticsOf(whole, key)];
    expect([key, sum.rows, sum.missing, sum.nan]).toEqual([key, exact.rows, exact.missing, exact.nan]);
    expect(sum.drift).toEqual(exact.drift);
    expect(sum.finding).toEqual(exact.finding);
  }
});

test("a configured kind goes before the reference's", async () => {
  const [reference, config, report] = [newPath(folder), newPath(folder), newPath(folder)];
  await run("reference", "--data", table(folder, [HEADER, ...MIXED]), "--out", reference);
  writeFileSync(config, "features:\n  flag: {kind: boolean}\n");
  const data = table(folder, [HEADER, ...PLAIN]);
  await analyzed(["--data", data, "--reference", reference, "--config", config, "--out", report]);
  expect(statisticsOf(report, "flag")).toMatchObject({ kind: "boolean", status: "type-changed" });
});

test("the windows of --every are read as the reference has its columns", async () => {
  const [reference, runs] = [newPath(folder), newPath(folder)];
  await run("reference", "--data", table(folder, [HEADER, ...MIXED]), "--out", reference);
  const data = table(folder, [
    ["at", ...HEADER],
    ...PLAIN.map((line, row) => [`2026-11-0${1 + (row % 2)}T00:00:00Z`, ...line]),
  ]);
  const analyze = ["analyze", "--data", data, "--reference", reference, "--no-pictures", "--json"];
  const { stdout } = await featurescope(analyze, "--time-column", "at", "--every", "1d", "--out", runs);
  const reports = stdout
    .trim()
    .split("\n")
    .map((line) => join(runs, (JSON.parse(line) as { run: string }).run));
  expect(reports).toHaveLength(2);
  for (const report of reports) {
    expect(manifestOf(report).features.map(({ kind }) => kind)).toEqual(KINDS);
  }
});

test("of parts of two kinds, where the reference says neither, the merge says what to do, and that does", async () => {
  const [reference, config] = [newPath(folder), newPath(folder)];
  await run("reference", "--data", table(folder, [["id"], ...rows((row) => [`${row}`])]), "--out", reference);
  const header = ["id", "new"];
  const parts = [rows((row) => [`${row}`, "7"]), rows((row) => [`${row}`, "x"])];
  const { merged, said } = await bothWays(header, parts, reference);
  expect(statisticsOf(merged, "new").status).toBe("failed");
  expect(said).toContain(
    "new: Its values are categorical in one part and numeric in another, and the reference does not say which. Analyse the parts again with kind: categorical in --config, or against a reference that has it.",
  );

  writeFileSync(config, "features:\n  new: {kind: categorical}\n");
  const shards = newPath(folder);
  mkdirSync(shards);
  for (const [i, lines] of parts.entries()) {
    const data = table(folder, [header, ...lines]);
    const out = join(shards, `${i}`);
    await analyzed(["--data", data, "--reference", reference, "--config", config, "--out", out]);
  }
  const out = newPath(folder);
  await run("merge", shards, "--no-pictures", "--out", out);
  expect(statisticsOf(out, "new")).toMatchObject({ kind: "categorical", status: "ok", distinct: 2 });
});
