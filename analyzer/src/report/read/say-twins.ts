import { sha256 } from "../sha256.js";
import type { FoundReport } from "./find-reports.js";

/**
 * What people should know of reports that seem to be of the same rows, as where a window was analysed again: same window, number
 * of rows and figures of every feature, to the last digit. A sentence for each after the first; what has no rows counts nothing
 * twice.
 */
export function sayTwins(shards: readonly FoundReport[]): string[] {
  const seen = new Map<string, string>();
  return shards.flatMap(({ path, manifest: { run, window, dataset, features } }) => {
    if (dataset.rows === 0) return [];
    const figures = sha256(JSON.stringify([window, dataset.rows, features]));
    const here = `run ${run} at ${path}`;
    const twin = seen.get(figures);
    if (twin === undefined) seen.set(figures, here);
    return twin === undefined
      ? []
      : [`${twin} and ${here} have the same window and figures; if their rows are the same, leave one out`];
  });
}
