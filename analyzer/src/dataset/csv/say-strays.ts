/** A column with words among its numbers or points in time. */
export interface StrayColumn {
  name: string;
  /** Values that are words. */
  words: number;
}

/** What people should know of words that count as missing, in one sentence; none where there are no such words. */
export function sayStrays(columns: readonly StrayColumn[]): string[] {
  const strays = columns.filter(({ words }) => words > 0).map(({ name, words }) => `${words} in ${name}`);
  if (strays.length === 0) return [];
  const some = strays.slice(0, 10).join(", ");
  const more = strays.length > 10 ? ` and in ${strays.length - 10} more columns` : "";
  return [
    `values such as N/A or - count as missing where all others are numbers or points in time: ${some}${more}; --missing-tokens says which do instead`,
  ];
}
