import type { ChartView } from "../chart-types.js";
import type { ChartWords } from "./chart-words.js";
import { en } from "./en.js";
import { zhHans } from "./zh-hans.js";

/** Words by primary language subtag. */
const WORDS: Readonly<Record<string, ChartWords>> = { en, zh: zhHans };

/**
 * The words of a language.
 * @param language BCP 47 tag; only its primary subtag counts (`zh-Hans-CN` → Chinese); an unknown one gives English
 */
export function chartWordsFor(language: string): ChartWords {
  const primary = language.toLowerCase().split("-", 1)[0] ?? "";
  return Object.hasOwn(WORDS, primary) ? (WORDS[primary] ?? en) : en;
}

/** The words of a view: with its own names of the two sides, where it has any. */
export function wordsOfView({ language, names }: Pick<ChartView, "language" | "names">): ChartWords {
  const words = chartWordsFor(language);
  return names === undefined ? words : { ...words, ...names, referenceShort: names.reference };
}
