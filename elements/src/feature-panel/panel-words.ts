/** Words that only the panel needs, beside those of all elements. */
export interface PanelWords {
  oldest: string;
  newest: string;
  homogeneity: string;
  contributions: (index: string) => string;
  binOther: string;
  exact: string;
  /** How far quantiles may be off. */
  within: (error: string) => string;
  notLoaded: string;
  noPicture: string;
  pictureOnly: string;
  figures: (feature: string) => string;
  download: string;
  noiseReaches: (bound: string) => string;
  dots: string;
  noAxis: string;
  makeReference: string;
  newer: string;
  /** Said where newer figures could not be had. */
  lastGood: string;
}

const en: PanelWords = {
  oldest: "oldest",
  newest: "newest",
  homogeneity: "chi-squared test of homogeneity",
  contributions: (index) => `largest contributions to ${index}`,
  binOther: "bin “other”",
  exact: "exact counts",
  within: (error) => `quantiles within ±${error}`,
  notLoaded: "not loaded",
  noPicture: "The chart could not be loaded.",
  pictureOnly: "A picture: the interactive chart could not be loaded.",
  figures: (feature) => `Figures of ${feature}`,
  download: "download",
  noiseReaches: (bound) => `noise reaches ${bound}`,
  dots: "one dot a row, in the frozen bins",
  noAxis: "Nothing is drawn: the two cannot share an axis.",
  makeReference: "A reference is frozen with",
  newer: "newer report",
  lastGood: "This is the last report that could be had.",
};

const zhHans: PanelWords = {
  oldest: "最早",
  newest: "最晚",
  homogeneity: "卡方齐性检验",
  contributions: (index) => `指数 ${index} 的主要来源`,
  binOther: "“其他”分箱",
  exact: "精确计数",
  within: (error) => `分位数误差不超过 ±${error}`,
  notLoaded: "未载入",
  noPicture: "图表无法载入。",
  pictureOnly: "静态图片：交互图表无法载入。",
  figures: (feature) => `${feature} 的统计量`,
  download: "下载",
  noiseReaches: (bound) => `噪声可达 ${bound}`,
  dots: "每点一行，按固定分箱排列",
  noAxis: "未绘图：两者无法共用坐标轴。",
  makeReference: "用此命令固定一个基准",
  newer: "更新版本的报告",
  lastGood: "这是最近一次成功载入的报告。",
};

/** Words of the panel in a language: any Chinese, else English. */
export function panelWords(language: string): PanelWords {
  return /^zh\b/i.test(language) ? zhHans : en;
}
