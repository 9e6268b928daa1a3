import type { DriftBin, StatisticsDocument } from "../../artifact/index.js";
import { indexSummary } from "../zones/index-summary.js";

/** Levels that are shown anyway, by the reference's share. */
export const TOP = 12;
/** From this share of the index on, a level is shown however rare it is. */
export const LARGE_PART = 0.05;
const MOST = 24;
const MOST_NARROW = 8;
/** From this share of rows on, unseen levels are expected to need a line. */
const UNSEEN_SHARE = 0.005;

/** How many lines the statistics alone make room for, so that the height is known before the distribution is. */
export interface LevelCapacity {
  levels: number;
  other: boolean;
  missing: boolean;
}

/**
 * Room for lines: the 12 most frequent levels, rarer ones with a large part of the index, one for what is new, 24 at most; 8
 * where it is narrow. There the rest has lines only on a card, which cannot be asked for them.
 */
export function levelCapacity(
  statistics: StatisticsDocument,
  narrow: boolean,
  isCard = false,
): LevelCapacity {
  const { reference, drift } = statistics;
  const index = indexSummary(statistics)?.index ?? 0;
  const own = (drift?.bins ?? []).filter(({ type }) => type === "category");
  const rare = own.slice(TOP).filter((bin) => isLarge(bin, index) || bin.current === 0).length;
  const unseen = (drift?.unseenShare ?? 0) >= UNSEEN_SHARE ? 1 : 0;
  // Of both sides together, but for one that is new: levels that took the place of others make more lines than either side has.
  const gone = own.filter((bin) => bin.current === 0).length;
  const distinct = Math.max(
    (statistics.distinct ?? 0) + Math.max(gone - unseen, 0),
    reference?.distinct ?? 0,
  );
  const hasMissing = statistics.missing + (reference?.missing ?? 0) > 0;
  const wanted = Math.min(TOP, distinct) + rare + unseen;
  const levels = Math.min(wanted, narrow ? MOST_NARROW : MOST);
  const told = !narrow || isCard;
  return {
    levels,
    other: told && distinct + unseen > levels,
    missing: hasMissing && (told || levels < MOST_NARROW),
  };
}

function isLarge(bin: DriftBin, index: number): boolean {
  return index > 0 && bin.contribution / index >= LARGE_PART;
}
