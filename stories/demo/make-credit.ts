import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawApplications, type Draw } from "./draw-applications.js";
import { demoFolder } from "./places.js";
import { runFeaturescope, type CommandOptions } from "./run-featurescope.js";

const REFERENCE: Draw = {
  start: new Date(Date.UTC(2025, 6)),
  end: new Date(Date.UTC(2025, 10)),
  rows: 20_000,
  shift: 0,
};
const MONTHS = 12;
/** Months without a shift; then it grows by equal steps to 1 in the last month. */
const CALM_MONTHS = 4;

function months(): Draw[] {
  return Array.from({ length: MONTHS }, (_, month) => ({
    start: new Date(Date.UTC(2025, 10 + month)),
    end: new Date(Date.UTC(2025, 11 + month)),
    rows: 4000 + ((month * 7919) % 2000),
    shift: Math.max(0, month + 1 - CALM_MONTHS) / (MONTHS - CALM_MONTHS),
  }));
}

function windowOf({ start, end }: Draw): string {
  return `${start.toISOString()}/${end.toISOString()}`;
}

/**
 * Draws a year of credit applications from the real table, with a planted shift, and analyses each month
 * against four months before it.
 * @param folder where to write; a report a month under `runs/`
 * @param options more options of each analysis
 */
export async function makeCredit(folder: string, options: CommandOptions = {}): Promise<void> {
  const table = await readFile(join(demoFolder, "data/credit_data.csv"), "utf8");
  const before = "applications-2025.csv";
  const data = "applications-2026.csv";
  const reference = "reference.json";
  await writeFile(join(folder, before), drawApplications(table, [REFERENCE], 2025));
  await writeFile(join(folder, data), drawApplications(table, months(), 2026));

  const time = { "time-column": "applied_at" };
  const calm = { data: before, ...time, window: windowOf(REFERENCE), out: reference };
  await runFeaturescope(folder, "reference", calm);
  for (const month of months()) {
    await runFeaturescope(folder, "analyze", {
      data,
      ...time,
      window: windowOf(month),
      reference,
      config: join(demoFolder, "credit.yaml"),
      pipeline: "credit",
      out: join("runs", month.start.toISOString().slice(0, 7)),
      ...options,
    });
  }
}
