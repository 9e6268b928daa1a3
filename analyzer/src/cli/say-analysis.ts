import type { Analysis } from "../analyze.js";
import { sayCount } from "../report/say-count.js";
import { sayCounts, summaryCounts } from "../report/summary-counts.js";
import { summaryLines } from "../report/summary-lines.js";

const LINES = 5;

/** An analysis as text for a terminal: what came out, where it is, and the features to look at first. */
export function sayAnalysis({ folder, manifest }: Analysis): string {
  const { pipeline, run, features, dataset } = manifest;
  const rows = sayCount(dataset.rows, "row");
  const heading = `${pipeline} ${run}: ${sayCounts(summaryCounts(features))}; ${rows} → ${folder}`;
  return [heading, ...summaryLines(features, LINES).map((line) => `  ${line}`), ""].join("\n");
}
