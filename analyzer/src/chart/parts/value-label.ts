import type { Kind } from "../../artifact/index.js";
import { formatDate, formatValue } from "../../drift/index.js";

/** A single value of a feature as it is shown: a day for points in time. */
export function valueLabel(value: number, kind: Kind, language: string): string {
  return kind === "datetime" ? formatDate(value, language) : formatValue(value, language);
}
