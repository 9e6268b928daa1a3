import { primarySubtag } from "../../drift/words/words-for.js";
import type { ChartWords } from "./chart-words.js";

/** Words of languages beside English, by primary language subtag. */
const known = new Map<string, ChartWords>();

/** Makes a language known, as `addDriftWords` does. @param language BCP 47 tag */
export function addChartWords(language: string, words: ChartWords): void {
  known.set(primarySubtag(language), words);
}

/** The words of a language that was added. */
export function knownWords(language: string): ChartWords | undefined {
  return known.get(primarySubtag(language));
}
