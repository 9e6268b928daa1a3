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
  return stretches
    .map((runs) => {
      const [first] = runs;
      if (first === undefined) return "";
      if (runs.length === 1) return `M${x(first.start)} ${y(valueOf(first)!)}H${x(first.end)}`;
      return `M${points(runs, valueOf, x, y).join("L")}`;
    })
    .join("");
}

/** The area between two values of each stretch. */
export function ribbonPath(
  stretches: readonly (readonly TrendRun[])[],
  lowOf: ValueOf,
  highOf: ValueOf,
  x: Place,
  y: Place,
): string {
  return stretches
    .map((runs) => {
      const [first] = runs;
      if (first === undefined) return "";
      if (runs.length === 1) {
        return `M${x(first.start)} ${y(lowOf(first)!)}H${x(first.end)}V${y(highOf(first)!)}H${x(first.start)}z`;
      }
      const around = [...points(runs, highOf, x, y), ...points(runs.toReversed(), lowOf, x, y)];
      return `M${around.join("L")}z`;
    })
    .join("");
}

function points(runs: readonly TrendRun[], valueOf: ValueOf, x: Place, y: Place): string[] {
  return runs.map((run) => `${x(run.at)} ${y(valueOf(run)!)}`);
}
