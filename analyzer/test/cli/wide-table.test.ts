import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { FEATURESCOPE } from "../../../gateway/test/support/built-program.js";
import { temporaryFolder } from "../temporary-folder.js";
import { manifestOf, readJson, statisticsOf } from "./tables.js";

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
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
  const memory = here("tell-memory.mjs");
  const args = ["analyze", "--data", data, "--out", out, "--no-pictures", "--quiet"];
  const { stderr } = await run(process.execPath, ["--import", memory, FEATURESCOPE, ...args]);
  expect(Number(stderr)).toBeGreaterThan(0);
  expect(Number(stderr)).toBeLessThan(400);
  const { features, files } = manifestOf(out);
  expect(features.map(({ name }) => name)).toEqual(columns.map((i) => `f${i}`));
  expect(new Set(features.map(({ kind }) => kind))).toEqual(new Set(["categorical", "numeric"]));
  expect(files.map(({ path }) => path)).toContain("reference.json");
  expect(statisticsOf(out, "f9999")).toMatchObject({ rows: ROWS, min: 0.5, max: (ROWS - 1) * 9999 + 0.5 });
  const reference = readJson(out, "reference.json") as { features: { name: string }[] };
  expect(reference.features.map(({ name }) => name)).toEqual(features.map(({ name }) => name));
}, 600_000);
