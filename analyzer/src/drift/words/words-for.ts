import type { DriftWords } from "./drift-words.js";
import { en } from "./en.js";

/** Words by primary language subtag: English from the start, others once they were added. */
const known = new Map<string, DriftWords>([["en", en]]);

/**
 * Makes a language known. Whoever writes in it does so once, before anything is said: the analyzer has all languages at hand, a
 * page fetches the words of its own.
 */
export function addDriftWords(words: DriftWords): void {
  known.set(primarySubtag(words.locale), words);
}

/**
 * The words of a language.
 * @param language BCP 47 tag; only its primary subtag counts (`zh-Hans-CN` → Chinese); an unknown one gives English
 */
export function wordsFor(language: string): DriftWords {
  return known.get(primarySubtag(language)) ?? en;
}

/** @param language BCP 47 tag */
export function primarySubtag(language: string): string {
  return language.toLowerCase().split("-", 1)[0] ?? "";
}
