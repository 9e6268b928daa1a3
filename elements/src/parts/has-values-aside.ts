import type { StatisticsDocument } from "@featurescope/analyzer/artifact";

/** Whether frequent values stand aside, so that figures of the others are told beside those of all values. */
export function hasValuesAside({
  withoutPoints,
  reference,
}: Pick<StatisticsDocument, "withoutPoints" | "reference">): boolean {
  return withoutPoints !== null && withoutPoints.count + (reference?.withoutPoints?.count ?? 0) > 0;
}
