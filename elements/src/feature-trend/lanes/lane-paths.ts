import type { TrendRun } from "../trend-run.js";

type Place = (value: number) => number;
type ValueOf = (run: TrendRun) => number | null;

/** A line through the values of each stretch; a run alone is a stroke as long as its window. */
export function linePath(
  stretches: readonly (readonly TrendRun[])[],
  valueOf: ValueOf,
  x: Place,
  y: Place,
): string {
  return pathOf(
    stretches,
    (run) => `M${x(run.start)} ${y(valueOf(run)!)}H${x(run.end)}`,
    (runs) => `M${points(runs, valueOf, x, y).join("L")}`,
  );
}

/** The area between two values of each stretch. */
export function ribbonPath(
  stretches: readonly (readonly TrendRun[])[],
  lowOf: ValueOf,
  highOf: ValueOf,
  x: Place,
  y: Place,
): string {
  return pathOf(
    stretches,
    (run) => `M${x(run.start)} ${y(lowOf(run)!)}H${x(run.end)}V${y(highOf(run)!)}H${x(run.start)}z`,
    (runs) => `M${[...points(runs, highOf, x, y), ...points(runs.toReversed(), lowOf, x, y)].join("L")}z`,
  );
}

function pathOf(
  stretches: readonly (readonly TrendRun[])[],
  ofOne: (run: TrendRun) => string,
  ofSeveral: (runs: readonly TrendRun[]) => string,
): string {
  return stretches.map((runs) => (runs.length > 1 ? ofSeveral(runs) : runs.map(ofOne).join(""))).join("");
}

function points(runs: readonly TrendRun[], valueOf: ValueOf, x: Place, y: Place): string[] {
  return runs.map((run) => `${x(run.at)} ${y(valueOf(run)!)}`);
}
