import type { Manifest } from "../../artifact/index.js";
import { SUMMARY_COLUMNS, summaryTable } from "./summary-table.js";

/** A run and its features. */
type SummarizedRun = Pick<Manifest, "pipeline" | "run" | "createdAt" | "window" | "features">;

/**
 * Columns of the CSV, in order; new ones come at the end. After the summary's, each row names its run, so that tables of many
 * runs can be put together; times are ISO 8601.
 */
export const CSV_COLUMNS = [
  ...SUMMARY_COLUMNS,
  "pipeline",
  "run",
  "createdAt",
  "windowStart",
  "windowEnd",
] as const;

/** A run's features as CSV, the columns of {@link CSV_COLUMNS}: full precision, empty where there is no value. */
export function summaryCsv({ pipeline, run, createdAt, window, features }: SummarizedRun): string {
  if (features.length === 0) return `${CSV_COLUMNS.join(",")}\n`;
  const own = { pipeline, run, createdAt, windowStart: window?.start, windowEnd: window?.end };
  const columns = Object.entries(own).map(([name, value]) => [name, features.map(() => value ?? null)]);
  return `${summaryTable(features)
    .assign(Object.fromEntries(columns))
    .toCSV({ columns: [...CSV_COLUMNS] })
    .trimEnd()}\n`;
}
