/** Every {@link Kind}, in the order of its documentation. */
export const KINDS = ["numeric", "categorical", "boolean", "datetime", "unknown"] as const;

/**
 * What sort of values a feature has; it decides the bins, the statistics and the chart.
 *
 * - `numeric`: integers, decimals and floating-point numbers.
 * - `categorical`: text and enumerations; each distinct text is a level.
 * - `boolean`: true and false.
 * - `datetime`: points in time, kept as milliseconds since 1970-01-01T00:00:00Z.
 * - `unknown`: nothing to recognise a kind by (no value at all), or a kind of a newer writer. Shown as a table only.
 */
export type Kind = (typeof KINDS)[number];
