/** Every {@link Status}, in the order of its documentation. */
export const STATUSES = ["ok", "constant", "empty", "not-found", "type-changed", "failed"] as const;

/**
 * How the analysis of one feature ended. One bad column never sinks a report.
 *
 * - `ok`: statistics and distribution are complete.
 * - `constant`: every value that is not missing is the same.
 * - `empty`: no rows, or every row is missing.
 * - `not-found`: the feature was asked for and the dataset has no such column.
 * - `type-changed`: its kind differs from the reference's kind; the two cannot share an axis.
 * - `failed`: the analysis raised an error; the reason says which.
 */
export type Status = (typeof STATUSES)[number];

/** True where there is nothing to draw because the column itself is broken: the badge then shows ✕. */
export function isBroken(status: Status): boolean {
  return status === "not-found" || status === "type-changed" || status === "failed";
}
