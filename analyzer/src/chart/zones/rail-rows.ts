import type { DistributionDocument, FeatureStatistics, StatisticsDocument } from "../../artifact/index.js";
import { pointwiseBand } from "../../drift/index.js";

/** Rows below this share on both sides are not worth a line, unless they changed beyond noise. */
const LEAST_SHARE = 0.001;

/** A line of the rail: rows that no axis can show. Counts of rows. */
export interface RailRow {
  type: "missing" | "infinite" | "point";
  /** The point's value; null for the others. */
  value: number | null;
  current: number;
  /** Null without a reference. */
  reference: number | null;
}

function isWorthARow(row: RailRow, currentRows: number, referenceRows: number): boolean {
  const { current, reference } = row;
  const share = currentRows > 0 ? current / currentRows : 0;
  if (reference === null || referenceRows === 0) return share >= LEAST_SHARE;
  const referenceShare = reference / referenceRows;
  return (
    Math.max(share, referenceShare) >= LEAST_SHARE ||
    Math.abs(share - referenceShare) > pointwiseBand(reference, current, referenceRows, currentRows)
  );
}

/** The lines of the rail: missing, infinite, then points, those of some weight or beyond noise. */
export function railRows({ rows, missing, infinite, points }: DistributionDocument): RailRow[] {
  const all: RailRow[] = [
    { type: "missing", value: null, ...missing },
    { type: "infinite", value: null, ...infinite },
    ...points.map((point): RailRow => ({ type: "point", ...point })),
  ];
  return all.filter((row) => isWorthARow(row, rows.current, rows.reference ?? 0));
}

const infiniteOf = (side: FeatureStatistics): number => side.positiveInfinity + side.negativeInfinity;

/**
 * How many lines the rail will have, from the statistics alone. Exact with a reference; without one the points are not told
 * apart there, so it is an estimate, and the zones below make up for the difference.
 */
export function railRowCount(statistics: StatisticsDocument): number {
  const { reference, drift, rows } = statistics;
  const others: RailRow[] = [
    { type: "missing", value: null, current: statistics.missing, reference: reference?.missing ?? null },
    {
      type: "infinite",
      value: null,
      current: infiniteOf(statistics),
      reference: reference === null ? null : infiniteOf(reference),
    },
  ];
  const known = others.filter((row) => isWorthARow(row, rows, reference?.rows ?? 0)).length;
  if (drift !== null) return known + drift.bins.filter((bin) => bin.type === "point").length;
  const side = statistics.count > 0 ? statistics : reference;
  if (side === null || side.withoutPoints === null) return known;
  return known + (side.withoutPoints.count === 0 ? Math.min(10, side.distinct ?? 1) : 1);
}
