import { LateModule } from "../controllers/late-module.js";

const chinese = new LateModule(() => import("./zh-hans.js"));

/** The file with the words of a language; null where they come with the code, as English does. @param language BCP 47 tag */
export function lateWords(language: string): typeof chinese | null {
  return /^zh\b/i.test(language) ? chinese : null;
}

/** Waits until something can be said in a language. Where its words cannot be had, it is said in English. @param language BCP 47 tag */
export async function untilSpoken(language: string): Promise<void> {
  await Promise.allSettled([lateWords(language)?.get()]);
}
