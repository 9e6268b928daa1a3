import { en } from "./en.js";
import type { Words } from "./vocabulary.js";

const loaded = new Map<string, Words>([["en", en]]);
const loading = new Map<string, Promise<void>>();

/**
 * Words for a language: English is always there, Chinese comes in a file of its own when it is first wanted.
 * @param language BCP 47 tag; any Chinese gives `zh-Hans`, any other language `en`
 * @param onLoaded called once the language's own words have come, where they were not there yet: ask again then
 */
export function wordsFor(language: string, onLoaded: () => void): Words {
  const known = /^zh\b/i.test(language) ? "zh-Hans" : "en";
  const words = loaded.get(known);
  if (words !== undefined) return words;
  let pending = loading.get(known);
  if (pending === undefined) {
    pending = import("./zh-hans.js").then(({ zhHans }) => void loaded.set(known, zhHans));
    loading.set(known, pending);
  }
  pending.then(onLoaded, () => loading.delete(known));
  return en;
}
