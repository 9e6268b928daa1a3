import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatWindow } from "@featurescope/analyzer/drift";
import type { SideNames } from "./pictures.js";

/** What two runs are called beside each other: their windows, or their ids where these do not tell them apart. */
export function runLabels(
  current: StatisticsDocument,
  base: StatisticsDocument,
  language: string,
): SideNames {
  const [short, full] = (["short", "full"] as const).map((style) => ({
    current: current.window === null ? current.run : formatWindow(current.window, language, style),
    reference: base.window === null ? base.run : formatWindow(base.window, language, style),
  }));
  const told = [short!, full!].find((labels) => labels.current !== labels.reference);
  return told ?? { current: current.run, reference: base.run };
}
