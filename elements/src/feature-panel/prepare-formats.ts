import { formatNumber } from "@featurescope/analyzer/drift";

/** Makes the formats of a panel's numbers, which takes as long as drawing its figures: in a task before that, the page can answer between. */
export function prepareFormats(language: string): void {
  for (let decimals = 0; decimals < 4; decimals++) formatNumber(0, language, decimals);
}
