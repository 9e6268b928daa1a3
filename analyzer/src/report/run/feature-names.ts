import type { FrozenReference } from "../../artifact/index.js";
import { cannotRead } from "../../dataset/cannot-read.js";
import type { Dataset } from "../../dataset/dataset.js";
import { isPandasIndex } from "../../dataset/pandas-index.js";

/** Which columns are features. */
export interface FeatureChoice {
  /** By name; null for every column but the time column. */
  features: readonly string[] | null;
  /** No feature unless named; null where there is none. */
  timeColumn: string | null;
}

/**
 * The features to analyse: those asked for; else every column but the time column, and after them what only the
 * reference has, so that a column that vanished is seen.
 * @throws FeaturescopeError `input-unreadable` for an empty file where neither a reference nor a name says which features it should have
 */
export function featureNames(
  { source, columns }: Pick<Dataset, "source" | "columns">,
  { features, timeColumn }: FeatureChoice,
  reference: FrozenReference | null,
): string[] {
  if (features !== null) return [...features];
  if (columns.length === 0 && reference === null) {
    throw cannotRead(
      source,
      "expected a table, found an empty file. Check the step that writes it, or name the features to report by --features or --reference.",
    );
  }
  const own = columns.map(({ name }) => name);
  const before = reference?.features.map(({ name }) => name) ?? [];
  const all = new Set([...own, ...before.filter((name) => !isPandasIndex(name, {}))]);
  if (timeColumn !== null) all.delete(timeColumn);
  return [...all];
}
