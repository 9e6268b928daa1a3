import { expect, test } from "vitest";
import { sayFinding } from "../../src/drift/index.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { newPath, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();

const income = (index: number): number => 20_000 + ((index * 104_729) % 9973) + (index % 97) / 100;

/** Incomes, of which one in `every` is the mean, put in for what is missing. */
function incomes(rows: number, start: number, every: number): string {
  return table(folder, [
    ["income"],
    ...Array.from({ length: rows }, (_, i) => [(start + i) % every === 0 ? 24_986.48 : income(start + i)]),
  ]);
}

async function run(...line: string[]): Promise<string> {
  const report = newPath(folder);
  const ended = await featurescope([...line, "--out", report, "--quiet", "--no-pictures"]);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return report;
}

test("a mean put in for 5 % of the rows is the feature's verdict, of one table as of its merged shards", async () => {
  const reference = newPath(folder);
  const frozen = ["reference", "--data", incomes(5000, 1, 1e9), "--out", reference, "--quiet"];
  expect(await featurescope(frozen)).toMatchObject({ code: 0 });
  const analyze = (data: string) => run("analyze", "--data", data, "--reference", reference);

  const { drift, finding } = statisticsOf(await analyze(incomes(2000, 1, 20)), "income");
  expect(drift!.verdicts.index.verdict).toBe("stable");
  expect(drift!.verdicts.heaped!.verdict).toBe("shifted");
  expect(sayFinding(finding, "en")).toMatch(/^More values from 24,98\d to 24,9\d\d: 0\.\d\s→\s5\.\d\s%\.$/);

  const shards = [await analyze(incomes(700, 1, 20)), await analyze(incomes(1300, 701, 20))];
  const merged = statisticsOf(await run("merge", ...shards, "--reference", reference), "income");
  expect(merged.drift!.verdicts).toEqual(drift!.verdicts);
  expect(merged.drift!.heap).toEqual(drift!.heap);
  expect(sayFinding(merged.finding, "en")).toBe(sayFinding(finding, "en"));
});
