import { isBroken, type ManifestFeature } from "../../artifact/index.js";
import type { ChartDocuments } from "../../chart/chart-types.js";
import { isIdentifierLike, metricValue, unjudged } from "../../drift/index.js";
import { shapeOf } from "../../statistics/shape-of.js";
import type { FeatureConfiguration } from "./configuration.js";

/** The headline figures of a feature, as the manifest carries them, from its documents. */
export function summarizeFeature(
  { statistics, distribution }: ChartDocuments,
  { importance, limits }: FeatureConfiguration,
): ManifestFeature {
  const { drift, reference } = statistics;
  const { verdict, verdicts } =
    drift ?? unjudged(isBroken(statistics.status) ? "not-analysed" : "no-reference");
  return {
    name: statistics.feature,
    key: statistics.key,
    title: statistics.title,
    unit: statistics.unit,
    importance,
    kind: statistics.kind,
    status: statistics.status,
    rows: statistics.rows,
    missingShare: missingShareOf(statistics),
    referenceMissingShare: reference === null ? null : missingShareOf(reference),
    unseenShare: drift?.unseenShare ?? null,
    referenceUnseenShare: drift?.unseenShareExpected ?? null,
    mean: statistics.mean,
    p25: statistics.p25,
    p50: statistics.p50,
    p75: statistics.p75,
    populationStabilityIndex: metricValue(drift, "populationStabilityIndex"),
    noiseBound: drift?.noiseBound ?? null,
    adjustedPValue: drift?.adjustedPValue ?? null,
    verdict,
    verdicts,
    finding: statistics.finding,
    referenceId: reference?.referenceId ?? null,
    reference: reference && { p25: reference.p25, p50: reference.p50, p75: reference.p75 },
    limits: drift?.limits ?? limits,
    shape: isIdentifierLike(statistics) ? null : shapeOf(distribution),
  };
}

function missingShareOf(side: { rows: number; missing: number }): number | null {
  return side.rows === 0 ? null : side.missing / side.rows;
}
