import { type ManifestFeature, stateOf } from "../../artifact/index.js";

/** How many features of a run are what. */
export interface SummaryCounts {
  features: number;
  shifted: number;
  watch: number;
  stable: number;
  unknown: number;
  /** Their verdict is `unknown`, but they are counted only here. */
  broken: number;
}

/** Counts a run's features; all but `features` add up to it. */
export function summaryCounts(features: readonly ManifestFeature[]): SummaryCounts {
  const counts = { features: features.length, shifted: 0, watch: 0, stable: 0, unknown: 0, broken: 0 };
  for (const feature of features) counts[stateOf(feature)]++;
  return counts;
}

/** "2 shifted, 1 watch, 5 stable", leaving out what there is none of; "no features" where there is none at all. */
export function sayCounts({ features, ...counts }: SummaryCounts): string {
  const said = Object.entries(counts).filter(([, count]) => count > 0);
  return features === 0 ? "no features" : said.map(([word, count]) => `${count} ${word}`).join(", ");
}
