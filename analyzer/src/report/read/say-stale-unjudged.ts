import type { LocalText } from "../../artifact/index.js";
import { firstFew } from "../../first-few.js";
import type { FoundReport } from "./find-reports.js";

/** Features that are told by name. */
const MOST_TOLD = 3;

/** What people should know of a merge. */
export interface StaleUnjudged {
  /** The run's note, with a sentence for its readers. */
  note: LocalText;
  /** For who merges. */
  warnings: string[];
}

/**
 * That the whole is not judged as stale where shards were: only the reference's file tells how often values are renewed.
 * @param note of the shards
 */
export function sayStaleUnjudged(note: LocalText, shards: readonly FoundReport[]): StaleUnjudged {
  const judged = shards.flatMap(({ manifest: { features } }) =>
    features.filter(({ verdicts }) => verdicts.stale !== null).map(({ name }) => name),
  );
  const names = [...new Set(judged)];
  if (names.length === 0) return { note, warnings: [] };
  const told = firstFew(names, MOST_TOLD, " …");
  const english = `Merged without the reference's file: whether points in time (${told}) are still renewed is not judged.`;
  const chinese = `合并时未提供基准文件：未判断时间字段（${told}）是否仍在更新。`;
  // Another language beside the note's own would hide it from who reads that one.
  const texts = Object.keys(note).length === 0 ? { en: "", "zh-Hans": "" } : note;
  const said = Object.entries(texts).map(([language, text]) => [
    language,
    `${text} ${language.startsWith("zh") ? chinese : english}`.trim(),
  ]);
  return {
    note: Object.fromEntries(said) as LocalText,
    warnings: [
      `whether points in time (${told}) are still renewed is not judged: --reference names the file that tells`,
    ],
  };
}
