import { isBroken, type ManifestFeature, type Verdict } from "../../artifact/index.js";

/** A run in numbers, for the head of a board. */
export interface FeaturesSummary {
  /** Features by what their badge shows; broken ones count only there. */
  counts: Record<Verdict | "broken", number>;
  /** Features with an index and a noise bound. */
  compared: number;
  /** Those of them whose index is above the bound. */
  aboveNoise: number;
  /** How many of them would be by chance alone: 5 % of the compared; not rounded. */
  expectedByChance: number;
}

/** Counts verdicts, and tells how many features are above noise and how many would be by chance. */
export function summarizeFeatures(
  features: readonly Pick<
    ManifestFeature,
    "status" | "verdict" | "populationStabilityIndex" | "noiseBound"
  >[],
): FeaturesSummary {
  const counts = { broken: 0, shifted: 0, watch: 0, unknown: 0, stable: 0 };
  let compared = 0;
  let aboveNoise = 0;
  for (const { status, verdict, populationStabilityIndex: index, noiseBound } of features) {
    counts[isBroken(status) ? "broken" : verdict]++;
    if (index === null || noiseBound === null) continue;
    compared++;
    if (index > noiseBound) aboveNoise++;
  }
  return { counts, compared, aboveNoise, expectedByChance: 0.05 * compared };
}
