import type { Shape } from "@featurescope/analyzer/artifact";
import type { RunSide } from "./run-side.js";

const MOST = 24;

/** The levels that rows of several runs show in common, those most frequent in the first side in front. */
export function commonLevels(sides: readonly RunSide[]): string[] {
  const all = sides.flatMap((side) =>
    (side.levels ?? []).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  );
  return [...new Set(all.map(({ value }) => value))].slice(0, MOST);
}

/** Shares of the given levels in a run and its base, for a miniature. */
export function levelShape(levels: readonly string[], run: RunSide, base: RunSide | null): Shape {
  return { type: "levels", current: sharesOf(levels, run), reference: base && sharesOf(levels, base) };
}

function sharesOf(levels: readonly string[], { rows, levels: counted }: RunSide): number[] {
  const counts = new Map(counted?.map(({ value, count }) => [value, count]));
  return levels.map((level) => (rows === 0 ? 0 : (counts.get(level) ?? 0) / rows));
}
