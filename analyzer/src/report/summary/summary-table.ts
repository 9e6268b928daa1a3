import { type ColumnTable, from } from "arquero";
import { type ManifestFeature, stateOf } from "../../artifact/index.js";
import { rankFeatures, sayFinding } from "../../drift/index.js";
import { glyphOf } from "./glyph-of.js";

/**
 * Columns of the summary, in order; new ones come at the end. Plain values; shares from 0 to 1, times in milliseconds since 1970, null where
 * there is none.
 */
export const SUMMARY_COLUMNS = [
  "rank",
  "feature",
  "kind",
  "status",
  "verdict",
  "populationStabilityIndex",
  "noiseBound",
  "missingShare",
  "referenceMissingShare",
  "rows",
  "importance",
  "finding",
  "mean",
  "p25",
  "p50",
  "p75",
  "referenceP25",
  "referenceP50",
  "referenceP75",
] as const;

/** A row of the summary: one feature. `state` is its verdict, or `broken`. */
type SummaryRow = Record<(typeof SUMMARY_COLUMNS)[number] | "glyph" | "state", string | number | null>;

/**
 * A run's features as a tidy table of {@link SUMMARY_COLUMNS} and `state` with its `glyph`: one row a feature, the one to
 * look at first on top.
 */
export function summaryTable(features: readonly ManifestFeature[]): ColumnTable {
  const rows = rankFeatures(features).map((feature, index): SummaryRow => ({
    ...feature,
    glyph: glyphOf(stateOf(feature)),
    state: stateOf(feature),
    rank: index + 1,
    feature: feature.name,
    finding: sayFinding(feature.finding, "en", { unit: feature.unit }),
    referenceP25: feature.reference?.p25 ?? null,
    referenceP50: feature.reference?.p50 ?? null,
    referenceP75: feature.reference?.p75 ?? null,
  }));
  return from(rows, ["glyph", "state", ...SUMMARY_COLUMNS]);
}
