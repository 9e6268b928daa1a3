import type { FrozenReference } from "../artifact/index.js";
import type { AnalyzeArguments } from "./options/analyze-arguments.js";

/** That nothing can be compared although it was asked for: every feature would pass as `unknown`. A sentence, or none. */
export function sayComparison(
  { failOn, referenceWindow }: Pick<AnalyzeArguments, "failOn" | "referenceWindow">,
  reference: FrozenReference | null,
): string[] {
  if (reference === null) {
    return failOn === null
      ? []
      : [
          `without --reference no feature reaches ${failOn}: --fail-on ends only where one is broken, or there are no rows`,
        ];
  }
  if (reference.rows > 0) return [];
  const place = referenceWindow === null ? "" : " in --reference-window";
  return [
    `the reference ${reference.source} has no rows${place}, so there is nothing to compare with; look at what writes it`,
  ];
}
