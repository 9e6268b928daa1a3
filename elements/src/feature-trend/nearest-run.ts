import type { TrendRun } from "./trend-run.js";

/** The run that is drawn nearest to a place; runs are in time order, at least one. */
export function nearestRun(runs: readonly TrendRun[], x: (time: number) => number, place: number): TrendRun {
  return runs.reduce((nearest, run) =>
    Math.abs(x(run.at) - place) < Math.abs(x(nearest.at) - place) ? run : nearest,
  );
}
