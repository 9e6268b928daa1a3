import { identifier } from "./sql.js";

/** Columns as SQL can name them. */
export interface ColumnsInSql {
  /** What stands after FROM. */
  from: string;
  /** Quoted, in the order of the names. */
  columns: string[];
}

/**
 * A source of rows whose columns can be named: by their names, and where one holds a NUL, at which a statement would end, all by
 * their places.
 * @param from what stands after FROM @param names of all its columns, in their order
 */
export function columnsInSql(from: string, names: readonly string[]): ColumnsInSql {
  if (!names.some((name) => name.includes("\0"))) return { from, columns: names.map(identifier) };
  const columns = names.map((_, index) => identifier(`c${index}`));
  return { from: `${from} AS places(${columns.join(", ")})`, columns };
}
