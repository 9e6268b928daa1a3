import type { Limits, PartVerdicts } from "@featurescope/analyzer/artifact";
import { formatIndex, formatPoints, worstPart } from "@featurescope/analyzer/drift";
import type { Words } from "../words/words.js";

/** The figure that a verdict rests on, written out. */
export interface LeadingFigure {
  part: keyof PartVerdicts;
  label: string;
  value: string;
}

/** The figure of a verdict's worst part, the index where parts are equally bad; null where there is none. */
export function leadingFigure({
  verdicts,
  index,
  limits,
  words,
}: {
  verdicts: PartVerdicts;
  index: number | null;
  limits: Limits;
  words: Words;
}): LeadingFigure | null {
  const part = worstPart(verdicts);
  if (part === "index") {
    return index === null
      ? null
      : { part, label: words.index, value: formatIndex(index, words.language, limits) };
  }
  const change = verdicts[part]?.value ?? null;
  return change === null ? null : { part, label: words[part], value: formatPoints(change, words.language) };
}
