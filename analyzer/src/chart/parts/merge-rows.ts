import type { ChartRows } from "../chart-types.js";

/** Rows of several zones in one object: those of the same data set follow each other. */
export function mergeRows(...parts: readonly ChartRows[]): ChartRows {
  const merged: ChartRows = {};
  for (const part of parts) {
    for (const [name, rows] of Object.entries(part)) merged[name] = [...(merged[name] ?? []), ...rows];
  }
  return merged;
}
