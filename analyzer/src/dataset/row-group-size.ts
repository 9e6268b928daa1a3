/** Values of a row group at most: DuckDB holds a group in memory while it writes. */
const MOST_VALUES = 2 ** 22;
const [LEAST_ROWS, MOST_ROWS] = [2048, 122_880];

/** Rows of a group of a Parquet file with so many columns. */
export function rowGroupSize(columns: number): number {
  return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, Math.floor(MOST_VALUES / columns)));
}
