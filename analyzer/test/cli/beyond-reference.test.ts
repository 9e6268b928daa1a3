import { expect, test } from "vitest";
import { sayFinding } from "../../src/drift/index.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { manifestOf, newPath, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();

const value = (index: number): number => 20_000 + ((index * 104_729) % 9973);

/** Incomes and scores, of which one income in `every` is the default −999. */
function incomes(rows: number, start: number, every: number): string {
  return table(folder, [
    ["income", "score"],
    ...Array.from({ length: rows }, (_, i) => [
      (start + i) % every === 0 ? -999 : value(start + i),
      value(start + 3 * i) / 30_000,
    ]),
  ]);
}

async function run(...line: string[]): Promise<string> {
  const report = newPath(folder);
  const ended = await featurescope([...line, "--out", report, "--quiet", "--pipeline", "credit"]);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return report;
}

test("a default that the reference never had in 4 % of the rows is the feature's verdict, of one table as of its merged shards", async () => {
  const reference = newPath(folder);
  const frozen = ["reference", "--data", incomes(5000, 1, 1e9), "--out", reference, "--quiet"];
  expect(await featurescope(frozen)).toMatchObject({ code: 0 });
  const analyze = (data: string) => run("analyze", "--data", data, "--reference", reference, "--no-pictures");

  const whole = await analyze(incomes(2000, 1, 25));
  const { drift, finding } = statisticsOf(whole, "income");
  expect(drift!.verdicts.index.verdict).toBe("stable");
  expect(drift!.verdicts.beyond).toMatchObject({ verdict: "shifted", value: 0.04 });
  expect(sayFinding(finding, "en")).toBe(
    "Below the reference's least value 4.0 %, down to −999; the rest as before.".replace("4.0 ", "4.0\u00a0"),
  );
  expect(manifestOf(whole).features.map(({ name, verdict }) => [name, verdict])).toEqual([
    ["income", "shifted"],
    ["score", "stable"],
  ]);

  const shards = [await analyze(incomes(700, 1, 25)), await analyze(incomes(1300, 701, 25))];
  const merged = await run("merge", ...shards, "--reference", reference, "--no-pictures");
  expect(statisticsOf(merged, "income").drift!.verdicts).toEqual(drift!.verdicts);
});
