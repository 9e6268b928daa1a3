import { addDriftWords } from "../../drift/words/words-for.js";
import { zhHans as driftInChinese } from "../../drift/words/zh-hans.js";
import { addChartWords } from "./known-words.js";
import { zhHans } from "./zh-hans.js";

/** Makes every language known at once: for programs, which have all words at hand. Pages fetch those of their language. */
export function addEveryLanguage(): void {
  addDriftWords(driftInChinese);
  addChartWords("zh-Hans", zhHans);
}
