import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readManifest } from "../../src/report/read/read-manifest.js";
import { featurescope } from "../cli/featurescope.js";
import { applications, newPath, table } from "../cli/tables.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kfpPython } from "./kfp-python.js";
import { runScript } from "./run-script.js";

const folder = temporaryFolder();
const python = kfpPython();
const [script, readme] = ["run-fan-out.py", "../../README.md"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
) as [string, string];

test.skipIf(python === null)(
  "shards that are analysed side by side merge into the report of all rows, as a step of the same pipeline",
  async () => {
    const shards = [300, 400, 500].map((rows) => applications(folder, rows, 50, 9));
    const [first = [], ...others] = shards.map((path) => readFileSync(path, "utf8").trim().split("\n"));
    const lines = [...first, ...others.flatMap(([, ...rows]) => rows)].map((line) => line.split(","));
    const [reference, whole] = [newPath(folder), newPath(folder)];
    await featurescope("reference", "--data", applications(folder, 900, 40, 9), "--out", reference);
    await featurescope("analyze", [
      "--data",
      table(folder, lines),
      "--reference",
      reference,
      "--out",
      whole,
      "--no-pictures",
    ]);

    const { last, log } = await runScript(python, "run-fan-out.py", [
      join(folder, "runs"),
      reference,
      JSON.stringify(shards),
    ]);
    expect(last === null ? log : "").toBe("");
    const { path, metadata } = JSON.parse(last ?? "") as { path: string; metadata: object };
    expect(metadata).toMatchObject({ schema: "featurescope-report", run: "whole", row_count: 1200 });
    const [merged, all] = [(await readManifest(path)).manifest, (await readManifest(whole)).manifest];
    expect(merged.dataset.rows).toBe(1200);
    const figures = ({ features }: typeof merged) =>
      features.map(({ name, populationStabilityIndex, noiseBound, verdict, missingShare }) => ({
        name,
        populationStabilityIndex,
        noiseBound,
        verdict,
        missingShare,
      }));
    expect(figures(merged)).toEqual(figures(all));
    expect(readFileSync(join(dirname(path), "verdict"), "utf8")).toBe("shifted");
  },
);

test("the README shows the steps that are tested", () => {
  const steps = /@dsl\.container_component.*?(?=\n\n\ndone)/s.exec(readFileSync(script, "utf8"))![0];
  expect(readFileSync(readme, "utf8")).toContain(steps);
});
