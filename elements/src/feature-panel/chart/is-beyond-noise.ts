import type { HistogramSide } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { pointwiseBand } from "@featurescope/analyzer/drift";

/**
 * Whether the shares of a histogram's bin differ by more than noise; false without a reference.
 * @param bin from 0; −1 and the count of bins for what lies beyond the axis' ends
 */
export function isBeyondNoise({ distribution }: ChartDocuments, bin: number): boolean {
  const { histogram, rows } = distribution;
  const current = rowsOf(histogram?.current, bin);
  const reference = rowsOf(histogram?.reference, bin);
  if (current === undefined || reference === undefined || !rows.reference || !rows.current) return false;
  const difference = current / rows.current - reference / rows.reference;
  return Math.abs(difference) > pointwiseBand(reference, current, rows.reference, rows.current);
}

function rowsOf(side: HistogramSide | null | undefined, bin: number): number | undefined {
  if (bin === -1) return side?.underflow;
  return bin === side?.counts.length ? side.overflow : side?.counts[bin];
}
