import type { CellCounts, FeatureStatistics, FrozenFeature, Kind } from "../artifact/index.js";
import { type RowCounts, rowStatistics } from "../statistics/row-statistics.js";
import type { ValueCount } from "./feature-profile.js";

/** Statistics of a column without a finite value or level, as of its kind: of numbers it is known that none is zero or negative. */
export function noValues(
  kind: Kind,
  rows: RowCounts,
  frozen: Pick<FrozenFeature, "bins"> | undefined,
): FeatureStatistics {
  const isNumeric = kind === "numeric";
  const hasPoints = isNumeric && noPoints(frozen).length > 0;
  return {
    ...rowStatistics(rows),
    distinct: 0,
    distinctError: 0,
    zeros: isNumeric ? 0 : null,
    negatives: isNumeric ? 0 : null,
    trues: kind === "boolean" ? 0 : null,
    withoutPoints: hasPoints ? { count: 0, p5: null, p25: null, p50: null, p75: null, p95: null } : null,
  };
}

/** The frozen points, none of which a row has. */
export function noPoints(frozen: Pick<FrozenFeature, "bins"> | undefined): ValueCount<number>[] {
  return (frozen?.bins ?? []).flatMap(({ type, value }) =>
    type === "point" ? [{ value: Number(value), count: 0 }] : [],
  );
}

/** The cells of a reference, none of which has a row. */
export function noCells({ equal, inside }: CellCounts): CellCounts {
  return {
    below: 0,
    above: 0,
    equal: equal.map(() => 0),
    inside: inside.map(() => 0),
    sums: inside.map(() => 0),
  };
}
