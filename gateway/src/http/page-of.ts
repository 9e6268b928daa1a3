import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/** A stretch of a list, and where the next one starts. */
export interface Page<Row> {
  rows: Row[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/**
 * Cuts a page out of a list. A cursor is the name of the last row that was given, so rows that come meanwhile
 * neither shift nor repeat it.
 * @param limit rows at most; null for all that are left
 * @throws FeaturescopeError `invalid-parameter` where no row has that name any more
 */
export function pageOf<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  cursor: string | null,
  limit: number | null,
): Page<Row> {
  const after = cursor === null ? -1 : rows.findIndex((row) => nameOf(row) === cursor);
  if (cursor !== null && after < 0) {
    throw new FeaturescopeError(
      "invalid-parameter",
      "?cursor=: expected a row of this list, found none of that name; start again without it",
    );
  }
  const page = rows.slice(after + 1, limit === null ? undefined : after + 1 + limit);
  const last = page.at(-1);
  const isEnd = after + 1 + page.length >= rows.length;
  return { rows: page, nextCursor: isEnd || last === undefined ? null : nameOf(last) };
}
