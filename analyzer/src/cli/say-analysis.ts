import { formatWindow } from "../drift/index.js";
import { sayCount } from "../report/summary/say-count.js";
import { sayCounts, summaryCounts } from "../report/summary/summary-counts.js";
import { summaryLines } from "../report/summary/summary-lines.js";
import type { WrittenRun } from "../report/write/write-run.js";

const LINES = 5;

/** An analysis as text for a terminal: what came out of which window, where it is, and the features to look at first. */
export function sayAnalysis({ folder, manifest }: WrittenRun): string {
  const { pipeline, run, window, features, dataset } = manifest;
  const rows = sayCount(dataset.rows, "row");
  // A run is called after its window's end, which is not in it.
  const span = window === null ? "" : `, ${formatWindow(window, "en")}`;
  const heading = `${pipeline} ${run}${span}: ${sayCounts(summaryCounts(features))}; ${rows} → ${folder}`;
  return [heading, ...summaryLines(features, LINES).map((line) => `  ${line}`), ""].join("\n");
}
