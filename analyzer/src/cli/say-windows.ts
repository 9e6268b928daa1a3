import type { FrozenReference } from "../artifact/index.js";
import { firstFew } from "../first-few.js";
import type { AnalyzeArguments } from "./options/analyze-arguments.js";

/** Points in time that are told by name. */
const MOST_TOLD = 3;

/**
 * That points in time are hardly judged where only one side's rows have a window, and what tells the other's; a sentence, or
 * none. Who tells of neither may not want it.
 */
export function sayWindows(
  {
    window,
    every,
    features,
    timeColumn,
  }: Pick<AnalyzeArguments, "window" | "every" | "features" | "timeColumn">,
  reference: FrozenReference | null,
): string[] {
  const hasWindow = window !== null || every !== null;
  if (reference === null || hasWindow === (reference.window !== null)) return [];
  const times = reference.features.filter(
    ({ name, kind }) => kind === "datetime" && (features?.includes(name) ?? name !== timeColumn),
  );
  if (times.length === 0) return [];
  const names = times.map(({ name }) => name);
  const advice = hasWindow
    ? "the reference's rows have no window: tell it where they are frozen by --window, of rows given as --reference by --reference-window"
    : "these rows have no window: tell it by --window";
  return [
    `of points in time (${firstFew(names, MOST_TOLD, " and others")}), only missing values are judged, as ${advice}`,
  ];
}
