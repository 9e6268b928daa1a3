import { FeaturescopeError } from "../../artifact/index.js";
import type { Dataset } from "../../dataset/dataset.js";

/**
 * @throws FeaturescopeError `input-unreadable` where a time column was named and the rows have others only; an empty file has
 * none to be missed
 */
export function requireTimeColumn(
  { source, columns }: Pick<Dataset, "source" | "columns">,
  timeColumn: string | null,
): void {
  const names = columns.map(({ name }) => name);
  if (timeColumn === null || names.length === 0 || names.includes(timeColumn)) return;
  throw new FeaturescopeError(
    "input-unreadable",
    `expected a time column ${timeColumn} in ${source}, found only ${names.join(", ")}; correct --time-column`,
  );
}
