import type { FrozenCells, FrozenFeature, TimeCounts, Window } from "../../artifact/index.js";
import { widestGap } from "./widest-gap.js";

/** How long, as a part of the reference's window, new values may have stayed away in it for their absence to tell anything. */
const LONGEST_GAP = 1 / 4;

/** What is known of a run's points in time. */
export interface CurrentTimes {
  /**
   * The newest value up to a time, or a later one where it is not known to the millisecond; null where there is none.
   * Milliseconds since 1970, as all here.
   */
  newestUntil: (time: number) => number | null;
  belowReference: number | null;
  /** Finite rows after a time; null where that is not known. */
  rowsAfter: (time: number) => number | null;
}

/**
 * Counts the rows that are out of time. All three are statements about how old a value is when its row comes, as that does not
 * change with time moving on: a row of the run is older than any of the reference, or more ahead of its time, or none is as fresh
 * as some of the reference surely are.
 * @param window of the run
 */
export function timeCounts(
  { cells, statistics }: Pick<FrozenFeature, "cells" | "statistics">,
  { newestUntil, belowReference, rowsAfter }: CurrentTimes,
  window: Window,
  referenceWindow: Window,
): TimeCounts {
  const [run, reference] = [spanOf(window), spanOf(referenceWindow)];
  const length = reference.end - reference.start;
  const { max } = statistics;
  const isOfBefore = run.start < reference.start || run.end < reference.end;
  const latest = run.end + length;
  // A placeholder for what has no end is no new value.
  const newest = newestUntil(latest);
  // Where the reference ends without new values, or has later ones, that counts as such a time, too.
  const gap =
    cells === null || max === null
      ? Infinity
      : Math.max(widestGap(cells, reference.start), Math.abs(reference.end - max));
  const isKnown = cells !== null && newest !== null && gap <= LONGEST_GAP * length;
  return {
    earlier: isOfBefore ? null : belowReference,
    later: max === null || max > reference.end ? null : rowsAfter(latest),
    newest,
    overdue: isKnown ? rowsSurelyAfter(cells, reference.end - (run.start - newest - gap)) : null,
  };
}

function spanOf({ start, end }: Window): { start: number; end: number } {
  return { start: Date.parse(start), end: Date.parse(end) };
}

/** The reference's rows after a time; not those of a cell that it lies in. */
function rowsSurelyAfter({ edges, equal, inside }: FrozenCells, time: number): number {
  return edges.reduce(
    (rows, edge, i) => rows + (edge > time ? (equal[i] ?? 0) : 0) + (edge >= time ? (inside[i] ?? 0) : 0),
    0,
  );
}
