import type { Window } from "../../../artifact/index.js";

/** A name as MySQL wants it quoted, in any mode. */
export function mysqlIdentifier(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** A point in time, to the millisecond, in a session whose zone is UTC. */
function moment(text: string): string {
  return `TIMESTAMP '${new Date(text).toISOString().replace("T", " ").replace("Z", "")}'`;
}

/**
 * A condition for rows with start ≤ time < end, and for those without a time, which the reader leaves out itself and counts:
 * dates of zeros go before all others.
 */
export function mysqlWindow(column: string, { start, end }: Window): string {
  const time = mysqlIdentifier(column);
  return `${time} >= ${moment(start)} AND ${time} < ${moment(end)} OR ${time} IS NULL OR ${time} < ${moment("0001-01-01T00:00:00Z")}`;
}
