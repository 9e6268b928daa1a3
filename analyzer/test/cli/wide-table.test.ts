import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { manifestOf, readJson, statisticsOf } from "./tables.js";

const folder = temporaryFolder();
const COLUMNS = 10_000;
const ROWS = 40;

test("ten thousand columns are a report, its reference.json included, within 400 MB", async () => {
  const columns = Array.from({ length: COLUMNS }, (_, i) => i);
  const row = (r: number): string =>
    columns.map((i) => (i % 50 === 0 ? `level ${r % 4}` : r * i + 0.5)).join(",");
  const data = join(folder, "wide.csv");
  writeFileSync(
    data,
    [columns.map((i) => `f${i}`).join(","), ...Array.from({ length: ROWS }, (_, r) => row(r)), ""].join("\n"),
  );
  const out = join(folder, "report");
  const script = fileURLToPath(new URL("analyze-wide-table.ts", import.meta.url));
  const node = ["--conditions=@featurescope/source", "--import", "tsx", script];
  const args = ["analyze", "--data", data, "--out", out, "--no-pictures", "--quiet"];
  const { stdout } = await promisify(execFile)(process.execPath, [...node, ...args]);
  const { code, megabytes } = JSON.parse(stdout) as { code: number; megabytes: number };
  expect(code).toBe(0);
  expect(megabytes).toBeLessThan(400);
  const { features, files } = manifestOf(out);
  expect(features.map(({ name }) => name)).toEqual(columns.map((i) => `f${i}`));
  expect(new Set(features.map(({ kind }) => kind))).toEqual(new Set(["categorical", "numeric"]));
  expect(files.map(({ path }) => path)).toContain("reference.json");
  expect(statisticsOf(out, "f9999")).toMatchObject({ rows: ROWS, min: 0.5, max: (ROWS - 1) * 9999 + 0.5 });
  const reference = readJson(out, "reference.json") as { features: { name: string }[] };
  expect(reference.features.map(({ name }) => name)).toEqual(features.map(({ name }) => name));
}, 600_000);
