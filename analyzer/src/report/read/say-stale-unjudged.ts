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

/** What stands before and after the features, in the note of who reads Chinese or anything else. */
const sentenceIn = (language: string): readonly [string, string] =>
  language.startsWith("zh")
    ? ["合并时未提供基准文件：未判断时间字段（", "）是否仍在更新。"]
    : ["Merged without the reference's file: whether points in time (", ") are still renewed is not judged."];

/** A note without what an earlier merge of its shards said. */
function withoutSentence(note: LocalText): LocalText {
  const texts = Object.entries(note).map(([language, text]): [string, string] => {
    const [before, after] = sentenceIn(language);
    const start = text.endsWith(after) ? text.indexOf(before) : -1;
    return [language, start < 0 ? text : text.slice(0, start).trimEnd()];
  });
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

/**
 * That the whole is not judged as stale where shards were: only the reference's file tells how often values are renewed.
 * @param note of the shards
 * @param isJudged whether that file is there
 */
export function sayStaleUnjudged(
  note: LocalText,
  shards: readonly FoundReport[],
  isJudged: boolean,
): StaleUnjudged {
  if (isJudged) return { note: withoutSentence(note), warnings: [] };
  const judged = shards.flatMap(({ manifest: { features } }) =>
    features.filter(({ verdicts }) => verdicts.stale !== null).map(({ name }) => name),
  );
  const names = [...new Set(judged)];
  if (names.length === 0) return { note, warnings: [] };
  const told = firstFew(names, MOST_TOLD, " …");
  const own = withoutSentence(note);
  // Another language beside the note's own would hide it from who reads that one.
  const texts = Object.keys(own).length === 0 ? { en: "", "zh-Hans": "" } : own;
  const said = Object.entries(texts).map(([language, text]) => [
    language,
    `${text} ${sentenceIn(language).join(told)}`.trim(),
  ]);
  return {
    note: Object.fromEntries(said) as LocalText,
    warnings: [
      `whether points in time (${told}) are still renewed is not judged: --reference names the file that tells`,
    ],
  };
}
