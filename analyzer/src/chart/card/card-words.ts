/** What a card says beside the words of charts and findings. Figures come formatted. */
export interface CardWords {
  index: string;
  unseen: string;
  beyond: string;
  heaped: string;
  stale: string;
  nothingToCompare: string;
  n: (rows: string) => string;
  limits: (watch: string, shifted: string) => string;
  noise: (bound: string) => string;
  run: (run: string) => string;
}

const en: CardWords = {
  index: "PSI",
  unseen: "unseen levels",
  beyond: "beyond range",
  heaped: "at one value",
  stale: "stale",
  nothingToCompare: "nothing to compare with",
  n: (rows) => `n\u00a0=\u00a0${rows}`,
  limits: (watch, shifted) => `watch from ${watch}, shifted from ${shifted}`,
  noise: (bound) => `noise ${bound}`,
  run: (run) => `run ${run}`,
};

const zhHans: CardWords = {
  index: "PSI",
  unseen: "未见取值",
  beyond: "超出范围",
  heaped: "同一取值",
  stale: "未更新",
  nothingToCompare: "无可比较的基准",
  n: (rows) => `n\u00a0=\u00a0${rows}`,
  limits: (watch, shifted) => `${watch} 起关注，${shifted} 起偏移`,
  noise: (bound) => `噪声 ${bound}`,
  run: (run) => `运行 ${run}`,
};

/** The card's words in a language; English where it is not known. @param language BCP 47 tag */
export function cardWordsFor(language: string): CardWords {
  return /^zh\b/i.test(language) ? zhHans : en;
}
