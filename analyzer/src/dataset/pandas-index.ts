import type { DatasetOptions } from "./dataset-options.js";

/** What pandas calls an index without a name, where it writes one into a Parquet file, and where it has read it from CSV. */
const INDEX = /^(__index_level_\d+__|Unnamed: 0(\.\d+)?)$/;

/**
 * Whether a column is no feature, but the index that pandas writes beside them; one that is asked for, or tells the time of rows,
 * is a column like others.
 */
export function isPandasIndex(name: string, options: DatasetOptions): boolean {
  return INDEX.test(name) && !isAskedFor(name, options);
}

/**
 * Which columns of a CSV file are such an index: pandas, like R, gives the first columns no name then.
 * @param given names as the header has them
 * @param names the same, each column's own
 */
export function csvIndexes(
  given: readonly string[],
  names: readonly string[],
  options: DatasetOptions,
): string[] {
  const first = given.findIndex((name) => name.trim() !== "");
  return names.filter((name, i) => isPandasIndex(name, options) || (i < first && !isAskedFor(name, options)));
}

/** That such columns are left out, in a sentence; none where there are none. */
export function sayPandasIndex(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`${names.join(", ")}, the index that pandas writes, is left out: --features with its name has it`];
}

function isAskedFor(
  name: string,
  { features, kinds, timeColumn }: Pick<DatasetOptions, "features" | "kinds" | "timeColumn">,
): boolean {
  return features?.includes(name) === true || kinds?.has(name) === true || name === timeColumn;
}
