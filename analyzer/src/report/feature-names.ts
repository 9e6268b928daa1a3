import type { FrozenReference } from "../artifact/index.js";

/**
 * The features to analyse: those asked for; else every column but the time column, and after them what only the reference has, so that
 * a column that vanished is seen.
 */
export function featureNames(
  columns: readonly { name: string }[],
  features: readonly string[] | null,
  timeColumn: string | null,
  reference: FrozenReference | null,
): string[] {
  if (features !== null) return [...features];
  const own = columns.map(({ name }) => name);
  const all = new Set([...own, ...(reference?.features.map(({ name }) => name) ?? [])]);
  if (timeColumn !== null) all.delete(timeColumn);
  return [...all];
}
