import type { ManifestFeature } from "../artifact/index.js";
import { SUMMARY_COLUMNS, summaryTable } from "./summary-table.js";

/** A run's features as CSV, the columns of {@link SUMMARY_COLUMNS}: full precision, empty where there is no value. */
export function summaryCsv(features: readonly ManifestFeature[]): string {
  if (features.length === 0) return `${SUMMARY_COLUMNS.join(",")}\n`;
  return `${summaryTable(features)
    .toCSV({ columns: [...SUMMARY_COLUMNS] })
    .trimEnd()}\n`;
}
