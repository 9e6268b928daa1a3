import type { TableColumn } from "./table.js";

/**
 * Numbers that all come to an earlier time are no milliseconds, but seconds, or days such as 20261231; to a later one than any,
 * microseconds.
 */
const OLDEST_BELIEVED = Date.UTC(1980, 0);

/** What is known of the times of a source's rows. */
export interface RowTimes {
  /** Whether the source has rows. */
  hasRows: boolean;
  /** Rows without a time. */
  timeless: number;
  /** The latest time, in milliseconds since 1970; null where there is none. */
  last: number | null;
}

/** What people should know of rows without a time, and of times that may not be what they seem; a sentence each. */
export function sayTimes({ name, stored }: TableColumn, { hasRows, timeless, last }: RowTimes): string[] {
  const said: string[] = [];
  if (timeless > 0) said.push(`left out for want of a time in ${name}: ${timeless}`);
  if (stored === "number" && hasRows && (last ?? 0) < OLDEST_BELIEVED)
    said.push(
      `${name} holds numbers, which are milliseconds since 1970: no row is from 1980 to 9999. Write seconds, microseconds or days as ISO 8601, such as 2026-12-31T23:59:59Z`,
    );
  return said;
}
