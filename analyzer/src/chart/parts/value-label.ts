import type { Kind } from "../../artifact/index.js";
import { distanceTo, formatDate, formatValue } from "../../drift/index.js";

/** A single value of a feature as it is shown: a day for points in time. @param others beside it, from which it must be told */
export function valueLabel(
  value: number,
  kind: Kind,
  language: string,
  others: readonly (number | null)[] = [],
): string {
  return kind === "datetime"
    ? formatDate(value, language)
    : formatValue(value, language, { resolution: distanceTo(value, others) });
}
