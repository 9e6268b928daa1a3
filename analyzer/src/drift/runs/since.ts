import type { Verdict } from "../../artifact/index.js";

/** How long a verdict has held. */
export interface Since<Row> {
  /** The first run of the unbroken stretch. */
  first: Row;
  /** Its length in runs; 1 is this run alone. */
  runs: number;
  /** True where the stretch reaches back to the first row given, so that it may have begun earlier. */
  open: boolean;
}

/**
 * Since which run the newest verdict has held without a break.
 * @param rows in time order, the newest last
 * @returns null without rows
 */
export function since<Row extends { verdict: Verdict }>(rows: readonly Row[]): Since<Row> | null {
  const verdict = rows.at(-1)?.verdict;
  const runs = rows.length - 1 - rows.findLastIndex((row) => row.verdict !== verdict);
  const first = rows[rows.length - runs];
  return first === undefined ? null : { first, runs, open: runs === rows.length };
}
