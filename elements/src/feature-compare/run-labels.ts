import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatWindow } from "../parts/format-window.js";

/** What two runs are called beside each other: their windows, or their ids where these do not tell them apart. */
export function runLabels(
  current: StatisticsDocument,
  base: StatisticsDocument,
  language: string,
): { current: string; base: string } {
  const [short, full] = (["short", "full"] as const).map((style) => ({
    current: current.window === null ? current.run : formatWindow(current.window, language, style),
    base: base.window === null ? base.run : formatWindow(base.window, language, style),
  }));
  const told = [short!, full!].find((labels) => labels.current !== labels.base);
  return told ?? { current: current.run, base: base.run };
}
