import type { FrozenReference } from "../artifact/index.js";
import type { Dataset } from "../dataset/dataset.js";

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
 */
export function featureNames(
  { columns }: Pick<Dataset, "columns">,
  { features, timeColumn }: FeatureChoice,
  reference: FrozenReference | null,
): string[] {
  if (features !== null) return [...features];
  const own = columns.map(({ name }) => name);
  const all = new Set([...own, ...(reference?.features.map(({ name }) => name) ?? [])]);
  if (timeColumn !== null) all.delete(timeColumn);
  return [...all];
}
