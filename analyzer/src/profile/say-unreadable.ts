import type { Kind } from "../artifact/index.js";
import { firstSentence } from "../dataset/first-sentence.js";

/** How DuckDB tells the text that is no number, truth or point in time. */
const STRAY = /Could not convert string '(.*)' to |invalid timestamp field format: "(.*)", expected format/s;

const VALUES: Partial<Record<Kind, string>> = {
  numeric: "numbers",
  boolean: "true and false, 1 and 0, or yes and no",
  datetime: "points in time such as 2026-12-31T23:59:59Z",
};

/** Why the values of a column could not be read, and what to do where a kind was forced that one of them is not of. */
export function sayUnreadable(kind: Kind, message: string): string {
  const [, text, time] = STRAY.exec(message) ?? [];
  const found = text ?? time;
  if (found === undefined || VALUES[kind] === undefined)
    return `Its values could not be read: ${firstSentence(message)}`;
  return `Expected ${VALUES[kind]}, as kind: ${kind} in --config says, found ${JSON.stringify(found)}. Correct the rows; or name it in missingTokens of --config, where it means missing; or leave the kind out.`;
}
