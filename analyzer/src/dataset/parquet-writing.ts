/** Values of a row group at most: DuckDB holds a group in memory while it writes. */
const MOST_VALUES = 2 ** 22;
const [LEAST_ROWS, MOST_ROWS] = [2048, 122_880];
/**
 * Bytes of all columns' dictionaries at most: DuckDB takes a dictionary's whole room, 1 MiB unless told otherwise, for each
 * column of text at once.
 */
const MOST_DICTIONARIES = 2 ** 25;
const [LEAST_DICTIONARY, MOST_DICTIONARY] = [2 ** 14, 2 ** 20];

/**
 * The options of COPY that write a Parquet file of so many columns within the database's memory.
 * @param mostRows rows of a group at most, where it is read in smaller pieces
 */
export function parquetWriting(columns: number, mostRows = MOST_ROWS): string {
  const share = (all: number, least: number, most: number): number =>
    Math.max(least, Math.min(most, Math.floor(all / columns)));
  const rows = share(MOST_VALUES, LEAST_ROWS, mostRows);
  const dictionary = share(MOST_DICTIONARIES, LEAST_DICTIONARY, MOST_DICTIONARY);
  return `FORMAT parquet, ROW_GROUP_SIZE ${rows}, STRING_DICTIONARY_PAGE_SIZE_LIMIT ${dictionary}`;
}
