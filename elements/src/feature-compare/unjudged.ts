import type { PartVerdicts } from "@featurescope/analyzer/artifact";
import type { Words } from "../words/words.js";
import type { CompareWords } from "./compare-words.js";

/**
 * Names the parts of a verdict that runs have against their reference and not against each other; empty where there are none.
 * @param runs each run's verdicts against its reference, undefined without one, and against the base
 */
export function unjudged(
  runs: readonly { own: PartVerdicts | undefined; told: PartVerdicts }[],
  words: Words,
  compare: CompareWords,
): string {
  const parts = runs.flatMap(({ own, told }) =>
    (Object.keys(told) as (keyof PartVerdicts)[]).filter((part) => own?.[part] && !told[part]),
  );
  const names = [...new Set(parts)].map((part) => words[part]);
  return names.length === 0 ? "" : compare.unjudged(names.join(words.board.comma));
}
