/** Words that only a live element needs. */
export interface UpdateWords {
  live: string;
  updated: (clock: string) => string;
  /** The gateway tells nothing; it is asked again and again. */
  lost: string;
  changed: (feature: string, now: string, before: string) => string;
  appeared: (feature: string, now: string) => string;
  /** Features beyond those that were named. */
  others: (count: number) => string;
  /** Between sentences. */
  gap: string;
}

const en: UpdateWords = {
  live: "live",
  updated: (clock) => `updated ${clock}`,
  lost: "live updates interrupted",
  changed: (feature, now, before) => `${feature}: ${now}, was ${before}.`,
  appeared: (feature, now) => `${feature}: ${now}, new.`,
  others: (count) => `${count} more ${count === 1 ? "verdict" : "verdicts"} changed.`,
  gap: " ",
};

const zhHans: UpdateWords = {
  live: "实时",
  updated: (clock) => `更新于 ${clock}`,
  lost: "实时更新中断",
  changed: (feature, now, before) => `${feature}：由${before}变为${now}。`,
  appeared: (feature, now) => `${feature}：${now}，新增。`,
  others: (count) => `另有 ${count} 个判断已变化。`,
  gap: "",
};

/** Words of a live element in a language: any Chinese, else English. */
export function updateWords(language: string): UpdateWords {
  return /^zh\b/i.test(language) ? zhHans : en;
}
