import { DAY, type Kind } from "../../artifact/index.js";
import { distanceTo, formatDate, formatTime, formatValue } from "../../drift/index.js";

/**
 * A single value of a feature as it is shown: of points in time the day, and the minute where others are less than a day away.
 * @param others beside it, from which it must be told
 */
export function valueLabel(
  value: number,
  kind: Kind,
  language: string,
  others: readonly (number | null)[] = [],
): string {
  const resolution = distanceTo(value, others);
  if (kind !== "datetime") return formatValue(value, language, { resolution });
  return resolution < DAY ? formatTime(value, language) : formatDate(value, language);
}
