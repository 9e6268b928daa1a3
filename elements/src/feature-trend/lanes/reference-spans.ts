import type { TrendRun } from "../trend-run.js";

/** Neighbouring runs that were measured against one reference. */
export interface ReferenceSpan {
  /** Null where there was none. */
  referenceId: string | null;
  runs: readonly TrendRun[];
  /** Milliseconds since 1970. */
  start: number;
  end: number;
}

/** Cuts runs where the reference changes; a rolling reference gives a span a run. */
export function referenceSpans(runs: readonly TrendRun[]): readonly ReferenceSpan[] {
  return cut(runs, (run, before) => run.referenceId !== before.referenceId).map((stretch) => ({
    referenceId: stretch[0]!.referenceId,
    runs: stretch,
    start: stretch[0]!.start,
    end: stretch.at(-1)!.end,
  }));
}

/** Stretches of runs through which one line can be drawn: each run has the value, and all have the same reference. */
export function unbroken(
  runs: readonly TrendRun[],
  valueOf: (run: TrendRun) => number | null,
): readonly (readonly TrendRun[])[] {
  return cut(
    runs.filter((run) => valueOf(run) !== null),
    (run, before) => run.referenceId !== before.referenceId || run.index !== before.index + 1,
  );
}

function cut(
  runs: readonly TrendRun[],
  isNew: (run: TrendRun, before: TrendRun) => boolean,
): readonly (readonly TrendRun[])[] {
  const stretches: TrendRun[][] = [];
  for (const run of runs) {
    const stretch = stretches.at(-1);
    if (stretch === undefined || isNew(run, stretch.at(-1)!)) stretches.push([run]);
    else stretch.push(run);
  }
  return stretches;
}
