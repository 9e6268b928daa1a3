import { formatCount } from "../../drift/index.js";

/** A count with its noun in English: "1 row", "4,000 rows". */
export function sayCount(count: number, noun: string): string {
  return `${formatCount(count, "en")} ${noun}${count === 1 ? "" : "s"}`;
}
