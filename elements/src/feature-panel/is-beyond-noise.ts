import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { pointwiseBand } from "@featurescope/analyzer/drift";

/** Whether the shares of a histogram's bin differ by more than noise; false without a reference. */
export function isBeyondNoise({ distribution }: ChartDocuments, bin: number): boolean {
  const { histogram, rows } = distribution;
  const current = histogram?.current.counts[bin];
  const reference = histogram?.reference?.counts[bin];
  if (current === undefined || reference === undefined || !rows.reference || !rows.current) return false;
  const difference = current / rows.current - reference / rows.reference;
  return Math.abs(difference) > pointwiseBand(reference, current, rows.reference, rows.current);
}
