import { existsSync } from "node:fs";
import { join } from "node:path";
import { featurescope } from "./programs.js";
import { drawRows, writeRows } from "./table.js";

/** Rows that all days of a pipeline are compared with. */
async function reference(folder: string): Promise<string> {
  const [data, frozen] = [join(folder, "reference.csv"), join(folder, "reference.json")];
  if (existsSync(frozen)) return frozen;
  await writeRows(data, drawRows(2000, 51, 0.02, 7));
  await featurescope("reference", "--data", data, "--out", frozen, "--quiet");
  return frozen;
}

/**
 * Analyses seeded rows as one day's run of the pipeline `days` and publishes it.
 * @param folder for tables and reports
 * @param mean of the column `amount`; by default a little more each day
 * @returns the run's id, `day-<day>`
 */
export async function publishDay(
  folder: string,
  store: string,
  day: number,
  seed: number,
  mean?: number,
): Promise<string> {
  const run = `day-${day}`;
  const [data, report] = [join(folder, `${run}-${seed}.csv`), join(folder, `${run}-${seed}`)];
  await writeRows(data, drawRows(800, mean ?? 50 + day, 0.02, seed));
  const window = `2026-11-0${day}T00:00:00Z/2026-11-0${day + 1}T00:00:00Z`;
  const identity = ["--pipeline", "days", "--run", run, "--window", window];
  const against = ["--reference", await reference(folder)];
  await featurescope("analyze", "--data", data, ...against, ...identity, "--out", report, "--quiet");
  await featurescope("publish", report, "--to", store, "--quiet");
  return run;
}
