import type { CountPair, DriftBin, StatisticsDocument } from "../../artifact/index.js";
import { pointwiseBand } from "../../drift/index.js";
import type { ChartDocuments } from "../chart-types.js";
import { indexSummary } from "../zones/index-summary.js";
import { LARGE_PART, levelCapacity, TOP } from "./level-capacity.js";

/** A line of a chart of levels; counts of rows. */
export interface LevelRow {
  type: "level" | "other" | "missing";
  /** The level; for `other` how many levels it holds. */
  value: string;
  current: number;
  reference: number | null;
  /** Null where a level that is absent on one side may be so by chance. */
  change: "new" | "gone" | null;
  /** Whether the level counts in the frozen bin `other`. */
  pooled: boolean;
  /** Share of the index; null where it has none of its own, or the index is within noise. */
  indexShare: number | null;
}

/** The lines that fit, in the order of the reference's shares; then `other` and missing. */
export function levelRows(
  documents: ChartDocuments,
  narrow: boolean,
  allLevels: boolean,
  isCard = false,
): LevelRow[] {
  const { statistics, distribution } = documents;
  const capacity = levelCapacity(statistics, narrow, isCard);
  const all = (distribution.levels ?? []).map(({ value, current, reference, bin, change }): LevelRow => ({
    type: "level",
    value,
    current,
    reference,
    change: isBeyondNoise(current, reference, distribution.rows) ? change : null,
    pooled: bin === "other",
    indexShare: bin === "own" ? shareOfIndex(statistics, "category", value) : null,
  }));
  const shown = allLevels ? new Set(all) : mostTelling(all, capacity.levels);
  const hidden = all.filter((row) => !shown.has(row));
  const rest = distribution.otherLevels;
  const compared = distribution.rows.reference !== null;
  const sum = (side: "current" | "reference"): number =>
    (rest?.[side] ?? 0) + hidden.reduce((total, row) => total + (row[side] ?? 0), 0);
  const rows = all.filter((row) => shown.has(row));
  const others = (rest?.levels ?? 0) + hidden.length;
  if (others > 0 && (capacity.other || allLevels))
    rows.push({
      type: "other",
      value: String(others),
      current: sum("current"),
      reference: compared ? sum("reference") : null,
      change: null,
      pooled: compared && hidden.every((row) => row.pooled),
      indexShare: null,
    });
  if (
    capacity.missing ||
    (allLevels && distribution.missing.current + (distribution.missing.reference ?? 0) > 0)
  )
    rows.push({
      type: "missing",
      value: "",
      ...distribution.missing,
      change: null,
      pooled: false,
      indexShare: shareOfIndex(statistics, "missing"),
    });
  return rows;
}

function isBeyondNoise(current: number, reference: number | null, rows: CountPair): boolean {
  if (reference === null || !rows.reference || rows.current === 0) return false;
  const difference = Math.abs(current / rows.current - reference / rows.reference);
  return difference > pointwiseBand(reference, current, rows.reference, rows.current);
}

/** Levels with a large part of the index and those that are new or gone come first, then the most frequent ones. */
function mostTelling(all: readonly LevelRow[], most: number): Set<LevelRow> {
  const weight = (row: LevelRow): number => Math.max(row.indexShare ?? 0, 0);
  const rows = (row: LevelRow): number => Math.max(row.current, row.reference ?? 0);
  const telling = all
    .filter((row) => weight(row) >= LARGE_PART || row.change !== null)
    .toSorted((a, b) => weight(b) - weight(a) || rows(b) - rows(a));
  const top = all.slice(0, TOP);
  // Half of the lines at least stay with the most frequent levels, however many new ones there are.
  const kept = [...new Set([...telling.slice(0, Math.ceil(most / 2)), ...top, ...telling, ...all])];
  return new Set(kept.slice(0, most));
}

/** The share of the index that a frozen bin has; null where there is no such bin, or the index is within noise. */
export function shareOfIndex(
  statistics: StatisticsDocument,
  type: DriftBin["type"],
  value: string | null = null,
): number | null {
  const index = indexSummary(statistics);
  const bin = statistics.drift?.bins.find((each) => each.type === type && each.value === value);
  return index === null || bin === undefined || index.withinNoise ? null : bin.contribution / index.index;
}
