import type { Drift, StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import type { LiveZone } from "./live-zone.js";

/** What can be kept of a panel: the picture, the documents as they came, the frozen bins as a table. */
export type DownloadFormat = "PNG" | "SVG" | "JSON" | "CSV";

/** What a panel has in hand. */
export interface Downloadable {
  statistics: StatisticsDocument;
  /** Null before they have come. */
  documents: ChartDocuments | null;
  /** Null while there is no interactive chart. */
  live: LiveZone | null;
}

/** Hands a file to the browser, named by feature and run. */
export async function download(
  format: DownloadFormat,
  { statistics, documents, live }: Downloadable,
): Promise<void> {
  const address =
    format === "PNG" || format === "SVG"
      ? ((await live?.image(format === "PNG" ? "png" : "svg")) ?? "")
      : format === "JSON"
        ? addressOf("application/json", JSON.stringify(documents ?? { statistics }, null, 1))
        : addressOf("text/csv", binsAsCsv(statistics.drift));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${statistics.key}-${statistics.run}.${format.toLowerCase()}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function addressOf(type: string, content: string): string {
  return URL.createObjectURL(new Blob([content], { type }));
}

/** The frozen bins as comma-separated values, all digits kept; only the names of the columns without drift. */
export function binsAsCsv(drift: Drift | null): string {
  const columns = ["type", "low", "high", "value", "reference", "current", "contribution"] as const;
  const lines = drift?.bins.map((bin) => columns.map((column) => cell(bin[column])).join(",")) ?? [];
  return [columns.join(","), ...lines, ""].join("\r\n");
}

function cell(value: string | number | null): string {
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value ?? "");
}
