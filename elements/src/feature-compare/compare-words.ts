/** Words that only the comparison needs, beside those of all elements. */
export interface CompareWords {
  /** Marks the run that the others are compared with. */
  base: string;
  label: (feature: string, current: string, base: string) => string;
  labelOfRuns: (feature: string, runs: number, base: string) => string;
  comparable: (reference: string) => string;
  notComparable: string;
  /** Why there is no index. */
  otherReference: string;
  /** Why there are two pictures. */
  otherEdges: string;
  noPicture: string;
  exact: string;
  views: { overlay: string; rows: string; heat: string; ecdf: string };
  previous: string;
  lastWeek: string;
  frozen: string;
  pinned: (run: string) => string;
  notInHistory: string;
  since: (state: string, run: string) => string;
  window: string;
  median: (value: string) => string;
  /** What the height of bars says, in rows of bins and of levels, and where several outlines lie over the bars of one run. */
  heights: Record<"share" | "count", { bin: string; level: string; alone: string }>;
  quantiles: string;
  againstBase: string;
  index: string;
  fewer: string;
  more: (base: string) => string;
  cumulative: string;
  inTimeOrder: (runs: number) => string;
  points: string;
  /** At most so many runs lie over each other; the others are in rows and heat. */
  drawnOf: (drawn: number, runs: number) => string;
}

const en: CompareWords = {
  base: "base",
  label: (feature, current, base) => `${feature}, ${current} against ${base}`,
  labelOfRuns: (feature, runs, base) => `${feature}, ${runs} runs against ${base}`,
  comparable: (reference) => `Same frozen edges (${reference}) in both windows: the index is comparable.`,
  notComparable: "index not comparable",
  otherReference: "The two runs were measured against different references, so their bins differ.",
  otherEdges: "The two have no display edges in common, so each is drawn by itself.",
  noPicture: "The chart could not be loaded.",
  exact: "exact counts in frozen bins",
  views: { overlay: "overlay", rows: "rows", heat: "heat", ecdf: "ECDF" },
  previous: "previous run",
  lastWeek: "same hour last week",
  frozen: "frozen reference",
  pinned: (run) => `pinned: ${run}`,
  notInHistory: "no such run in the history",
  since: (state, run) => `${state} since ${run}.`,
  window: "window",
  median: (value) => `median\u00a0${value}`,
  heights: {
    share: {
      bin: "share per bin; outline: base",
      level: "share per level; ticks: base",
      alone: "share per bin",
    },
    count: {
      bin: "rows per bin; outline: base",
      level: "rows per level; ticks: base",
      alone: "rows per bin",
    },
  },
  quantiles: "p5 · p25 · median · p75 · p95",
  againstBase: "index against the base",
  index: "index",
  fewer: "fewer",
  more: (base) => `more than in ${base}, pp; blank: within noise`,
  cumulative: "share of rows with a value up to here",
  inTimeOrder: (runs) => `${runs} runs in time order`,
  points: "Δ pp",
  drawnOf: (drawn, runs) => `${drawn} of ${runs} runs drawn`,
};

const zhHans: CompareWords = {
  base: "基线",
  label: (feature, current, base) => `${feature}，${current} 对比 ${base}`,
  labelOfRuns: (feature, runs, base) => `${feature}，${runs} 次运行对比 ${base}`,
  comparable: (reference) => `两个窗口的固定分箱相同（${reference}）：指数可比。`,
  notComparable: "指数不可比",
  otherReference: "两次运行使用不同的基准，因此分箱不同。",
  otherEdges: "两次运行没有共同的绘图分箱，因此分别绘制。",
  noPicture: "图表无法载入。",
  exact: "固定分箱中的精确计数",
  views: { overlay: "叠加", rows: "逐行", heat: "热图", ecdf: "累积" },
  previous: "上次运行",
  lastWeek: "上周同时段",
  frozen: "固定基准",
  pinned: (run) => `固定：${run}`,
  notInHistory: "历史中没有这次运行",
  since: (state, run) => `自 ${run} 起${state}。`,
  window: "窗口",
  median: (value) => `中位数 ${value}`,
  heights: {
    share: { bin: "每箱占比；轮廓：基线", level: "各取值占比；刻度：基线", alone: "每箱占比" },
    count: { bin: "每箱行数；轮廓：基线", level: "各取值行数；刻度：基线", alone: "每箱行数" },
  },
  quantiles: "p5 · p25 · 中位数 · p75 · p95",
  againstBase: "相对基线的指数",
  index: "指数",
  fewer: "更少",
  more: (base) => `多于 ${base}，百分点；空白：在噪声内`,
  cumulative: "不超过此值的行占比",
  inTimeOrder: (runs) => `${runs} 次运行，按时间排列`,
  points: "Δ 百分点",
  drawnOf: (drawn, runs) => `绘制 ${runs} 次运行中的 ${drawn} 次`,
};

/** Words of the comparison in a language: any Chinese, else English. */
export function compareWords(language: string): CompareWords {
  return /^zh\b/i.test(language) ? zhHans : en;
}
