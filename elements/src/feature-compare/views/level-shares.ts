import type { Shape } from "@featurescope/analyzer/artifact";
import type { RunSide } from "../run-side.js";
import type { Measure } from "./histogram-picture.js";

const MOST = 24;

/** The levels that rows of several runs show in common, those most frequent in the first side in front. */
export function commonLevels(sides: readonly RunSide[]): string[] {
  const all = sides.flatMap((side) =>
    (side.levels ?? []).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  );
  return [...new Set(all.map(({ value }) => value))].slice(0, MOST);
}

/** The given levels in a run and its base, for a miniature: shares, or rows. */
export function levelShape(
  levels: readonly string[],
  run: RunSide,
  base: RunSide | null,
  mode: Measure["mode"],
): Shape {
  return {
    type: "levels",
    current: heightsOf(levels, run, mode),
    reference: base && heightsOf(levels, base, mode),
  };
}

function heightsOf(
  levels: readonly string[],
  { rows, levels: counted }: RunSide,
  mode: Measure["mode"],
): number[] {
  const counts = new Map(counted?.map(({ value, count }) => [value, count]));
  const whole = mode === "share" ? rows : 1;
  return levels.map((level) => (rows === 0 ? 0 : (counts.get(level) ?? 0) / whole));
}
