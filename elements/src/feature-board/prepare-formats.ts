import { formatNumber } from "@featurescope/analyzer/drift";

/** Decimals of a board's figures. */
const DECIMALS = [0, 1, 2, 3];

/** Makes the formats of a board's numbers, which takes as long as several rows: while the list is on its way there is time for it. */
export function prepareFormats(language: string): void {
  for (const decimals of DECIMALS)
    for (const sign of ["negative", "change"] as const) formatNumber(0, language, decimals, sign);
}
