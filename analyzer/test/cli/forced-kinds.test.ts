import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { newPath, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();

const lines = Array.from({ length: 200 }, (_, row) => [
  row === 7 ? "thirty" : `${row}`,
  row === 7 ? "31.12.2026" : `2026-12-${10 + (row % 9)}`,
  row === 7 ? "perhaps" : ["yes", "no"][row % 2],
]);
const data = table(folder, [["age", "since", "flag"], ...lines]);

async function analyze(features: Record<string, object>): Promise<{ stderr: string; report: string }> {
  const [config, report] = [newPath(folder), newPath(folder)];
  writeFileSync(config, JSON.stringify({ features }));
  const args = ["--data", data, "--config", config, "--out", report, "--no-pictures", "--quiet"];
  const { code, stderr } = await featurescope("analyze", args);
  expect(code).toBe(0);
  return { stderr, report };
}

test("a value that is not of the kind that is forced is named, with what to do; and that does", async () => {
  const kinds = { age: { kind: "numeric" }, since: { kind: "datetime" }, flag: { kind: "boolean" } };
  const { stderr } = await analyze(kinds);
  const advice =
    "Correct the rows; or name it in missingTokens of --config, where it means missing; or leave the kind out.";
  expect(stderr.trim().split("\n")).toEqual([
    `featurescope: age: Expected numbers, as kind: numeric in --config says, found "thirty". ${advice}`,
    `featurescope: since: Expected points in time such as 2026-12-31T23:59:59Z, as kind: datetime in --config says, found "31.12.2026". ${advice}`,
    `featurescope: flag: Expected true and false, 1 and 0, or yes and no, as kind: boolean in --config says, found "perhaps". ${advice}`,
  ]);

  const mended = await analyze({
    age: { ...kinds.age, missingTokens: ["thirty"] },
    since: { ...kinds.since, missingTokens: ["31.12.2026"] },
    flag: { ...kinds.flag, missingTokens: ["perhaps"] },
  });
  expect(mended.stderr).toBe("");
  for (const name of ["age", "since", "flag"])
    expect(statisticsOf(mended.report, name)).toMatchObject({ status: "ok", rows: 200, missing: 1 });
});
