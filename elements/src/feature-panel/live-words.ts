/** What is only spoken of the interactive chart. */
export interface LiveWords {
  chart: (feature: string) => string;
  /** How the chart is walked through. */
  keys: string;
}

const en: LiveWords = {
  chart: (feature) => `Distribution of ${feature}`,
  keys: "Arrow keys walk from bin to bin, N to the next one beyond noise.",
};

const zhHans: LiveWords = {
  chart: (feature) => `${feature} 的分布`,
  keys: "方向键逐个分箱浏览，N 键跳到下一个超出噪声的分箱。",
};

/** Words of the interactive chart in a language: any Chinese, else English. */
export function liveWords(language: string): LiveWords {
  return /^zh\b/i.test(language) ? zhHans : en;
}
