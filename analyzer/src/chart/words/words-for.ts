import type { ChartView } from "../chart-types.js";
import type { ChartWords } from "./chart-words.js";
import { en } from "./en.js";
import { knownWords } from "./known-words.js";

/**
 * The words of a language.
 * @param language BCP 47 tag; only its primary subtag counts (`zh-Hans-CN` → Chinese); an unknown one gives English
 */
export function chartWordsFor(language: string): ChartWords {
  return knownWords(language) ?? en;
}

/** The words of a view: with its own names of the two sides, where it has any. */
export function wordsOfView({ language, names }: Pick<ChartView, "language" | "names">): ChartWords {
  const words = chartWordsFor(language);
  return names === undefined ? words : { ...words, ...names, referenceShort: names.reference };
}
