import { expect, test } from "vitest";
import { sayFinding } from "../../src/drift/index.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { manifestOf, newPath, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();

/** A value that stands in for some of a column's. */
interface PutIn {
  value: number;
  /** One row of so many has it. */
  every: number;
}

const income = (index: number): number => 20_000 + ((index * 104_729) % 9973) + (index % 97) / 100;

/** Incomes, of which some are put in, and scores. */
function incomes(rows: number, start: number, { value, every }: PutIn): string {
  return table(folder, [
    ["income", "score"],
    ...Array.from({ length: rows }, (_, i) => [
      (start + i) % every === 0 ? value : income(start + i),
      income(start + 3 * i) / 30_000,
    ]),
  ]);
}

async function run(...line: string[]): Promise<string> {
  const report = newPath(folder);
  const ended = await featurescope([...line, "--out", report, "--quiet", "--no-pictures"]);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return report;
}

test.each([
  [
    "a default that the reference never had",
    { value: -999, every: 25 },
    { beyond: { verdict: "shifted", value: 0.04 } },
    /^4\.0\s% below the reference's least value, down to −999; the rest as before\.$/,
  ],
  [
    "a mean in the middle of the values",
    { value: 24_986.48, every: 20 },
    { heaped: { verdict: "shifted" } },
    /^More values from 24,98\d to 24,9\d\d: 0\.\d\s→\s5\.\d\s%\.$/,
  ],
])("%s is the feature's verdict, of one table as of its merged shards", async (_, put, verdicts, said) => {
  const reference = newPath(folder);
  const data = incomes(5000, 1, { value: 0, every: Infinity });
  expect(await featurescope(["reference", "--data", data, "--out", reference, "--quiet"])).toMatchObject({
    code: 0,
  });
  const analyze = (rows: string) => run("analyze", "--data", rows, "--reference", reference);

  const whole = await analyze(incomes(2000, 1, put));
  const { drift, finding } = statisticsOf(whole, "income");
  expect(drift!.verdicts).toMatchObject({ index: { verdict: "stable" }, ...verdicts });
  expect(sayFinding(finding, "en")).toMatch(said);
  expect(manifestOf(whole).features.map(({ name, verdict }) => [name, verdict])).toEqual([
    ["income", "shifted"],
    ["score", "stable"],
  ]);

  const shards = [await analyze(incomes(700, 1, put)), await analyze(incomes(1300, 701, put))];
  const merged = statisticsOf(await run("merge", ...shards, "--reference", reference), "income");
  expect(merged.drift!.verdicts).toEqual(drift!.verdicts);
  expect(merged.drift!.heap).toEqual(drift!.heap);
  expect(sayFinding(merged.finding, "en")).toBe(sayFinding(finding, "en"));
});
