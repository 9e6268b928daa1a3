import type { DatasetOptions } from "../dataset-options.js";

/** What pandas calls an index without a name, where it writes one into a Parquet file. */
const INDEX = /^__index_level_\d+__$/;

/** Whether a column is no feature, but the index that pandas writes beside them; one that is asked for, or tells the time of rows, is a column like others. */
export function isPandasIndex(
  name: string,
  { features, kinds, timeColumn }: Pick<DatasetOptions, "features" | "kinds" | "timeColumn">,
): boolean {
  return INDEX.test(name) && !features?.includes(name) && !kinds?.has(name) && name !== timeColumn;
}

/** That such columns are left out, in a sentence; none where there are none. */
export function sayPandasIndex(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`${names.join(", ")}, the index that pandas writes, is left out: --features with its name has it`];
}
