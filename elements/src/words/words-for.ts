import { en } from "./en.js";
import { lateWords } from "./late-words.js";
import type { Words } from "./words.js";

/**
 * Words for a language: English is always there, Chinese comes in a file of its own when it is first wanted.
 * @param language BCP 47 tag; any Chinese gives `zh-Hans`, any other language `en`
 * @param onLoaded called once the language's own words have come, where they were not there yet: ask again then
 */
export function wordsFor(language: string, onLoaded: () => void): Words {
  return lateWords(language)?.ask(onLoaded)?.zhHans ?? en;
}
