import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatWindow } from "@featurescope/analyzer/drift";

/** What runs are called beside each other, by their ids: their windows, or the ids where windows do not tell them apart. */
export function runLabels(
  runs: readonly Pick<StatisticsDocument, "run" | "window">[],
  language: string,
): ReadonlyMap<string, string> {
  for (const style of ["short", "full"] as const) {
    const labels = new Map(
      runs.map(({ run, window }) => [run, window === null ? run : formatWindow(window, language, style)]),
    );
    if (new Set(labels.values()).size === labels.size) return labels;
  }
  return new Map(runs.map(({ run }) => [run, run]));
}
