import type { DriftWords } from "./drift-words.js";

/** A space where digits or Latin letters meet Chinese. */
const spaced = (text: string): string => (/[\w%]$/.test(text) ? `${text} ` : text);

/** "douyin_live 等 3 个": the first and two more. */
const andMore = (text: string, others: number): string =>
  others > 0 ? `${spaced(text)}等 ${others + 1} 个` : text;

/** Simplified Chinese. */
export const zhHans: DriftWords = {
  locale: "zh-Hans",
  scales: [
    { divisor: 1e12, written: "万亿", spoken: "万亿", decimals: 2 },
    { divisor: 1e8, written: "亿", spoken: "亿", decimals: 2 },
    { divisor: 1e4, written: "万", spoken: "万", decimals: 2 },
  ],
  written: {
    percent: "%",
    points: "个百分点",
    atLeast: (value) => `≥\u00a0${value}`,
    atMost: (value) => `≤\u00a0${value}`,
    below: (value) => `<\u00a0${value}`,
    change: (from, to, suffix) => `${from}${suffix}\u00a0→\u00a0${to}${suffix}`,
  },
  spoken: {
    percent: "%",
    points: "个百分点",
    atLeast: (value) => `不低于 ${value}`,
    atMost: (value) => `不超过 ${value}`,
    below: (value) => `低于 ${value}`,
    change: (from, to, suffix) => `从 ${from}${suffix} 到 ${to}${suffix}`,
  },
  verdicts: {
    stable: "稳定",
    watch: "关注",
    shifted: "偏移",
    unknown: "无法判断",
    broken: "异常",
  },
  kinds: { numeric: "数值", categorical: "文本", boolean: "布尔值", datetime: "日期", unknown: "无取值" },
  stop: "。",
  gap: "",
  semicolon: "；",
  comma: "，",
  colon: "：",
  capital: (word) => word,

  aside: (value, zero) => (zero ? "非零部分" : value === null ? "高频值以外" : `取值 ${value} 以外`),
  higher: (aside, change) => `${aside}偏高：中位数 ${change}`,
  lower: (aside, change) => `${aside}偏低：中位数 ${change}`,
  wider: (aside, change) => `${aside}更分散：中间 90% 的跨度 ${change}`,
  narrower: (aside, change) => `${aside}更集中：中间 90% 的跨度 ${change}`,
  reshaped: "分布形状改变，中位数与跨度不变",
  more: (part, change) => `${spaced(part)}增多：${change}`,
  less: (part, change) => `${spaced(part)}减少：${change}`,
  gone: (level, was, others) => `消失：${andMore(was === null ? level : `${level}（原 ${was}）`, others)}`,
  appeared: (level, share, others) =>
    `新增：${andMore(share === null ? level : `${level} ${share}`, others)}`,
  missing: (change) => `缺失 ${change}`,
  restAsBefore: "其余不变",
  restMoved: "其余变化不大",
  restTooFewRows: "其余行数太少",
  unseen: (share, expected) => `基准中没有的类别占 ${share}，预期 ${expected}`,
  belowReference: (share, value) => `低于基准最小值的占 ${share}，最低 ${value}`,
  aboveReference: (share, value) => `高于基准最大值的占 ${share}，最高 ${value}`,
  asBefore: "与基准一致",
  withinLimits: "未超限值",
  calmMedian: (calm, aside, change) => `${calm}：${aside === "" ? "" : `${aside}的`}中位数 ${change}`,
  calmShare: (calm, part, change) => `${calm}：${part}${/\d$/.test(part) ? "，" : " "}${change}`,
  withinNoise: "在如此多的特征中属偶然范围",
  tooFewRows: (rows, needed, inReference) =>
    `${inReference ? "基准" : ""}行数太少：${rows} 行，至少需要 ${needed} 行`,
  noiseReaches: (bound) => `行数太少：噪声可达 ${bound}`,
  levelsTooRare: "所有类别都太稀少，无法单独分箱",
  identifierLike: (distinct, rows, repeated) =>
    `${repeated ? "标识符出现重复" : "标识符或自由文本"}：${rows} 行中有 ${distinct} 个不同取值`,
  constant: (value) => `所有取值均为 ${value}`,
  constantBefore: (share) => `基准中占 ${share}`,
  timeSpan: (oldest, newest) => (oldest === newest ? oldest : `${oldest} 至 ${newest}`),
  overdue: (newest, share) => `${newest} 之后没有取值，预期占 ${share}`,
  earlier: (share) => `早于基准最早时间的占 ${share}`,
  later: (share) => `远晚于窗口结束的占 ${share}`,
  noReference: "没有可比较的基准",
  noRows: "没有数据行",
  allMissing: "所有取值均缺失",
  notFound: "数据中没有这一列",
  typeChanged: (reference, current) => `类型改变：基准为${reference}，现为${current}`,
  typeChangedShort: (reference, current) => `类型改变：${reference}\u00a0→\u00a0${current}`,
  failed: "分析失败",

  ofIndexFrom: (share, part) => `指数的 ${share} 来自${part}`,
  ofIndex: (share) => `占指数的 ${share}`,
  missingValues: "缺失值",
  infiniteValues: "无穷值",
  otherLevels: "少见或新出现的类别",
  pointValue: (value) => `取值 ${value}`,
  allValues: "其他取值",
  valuesBeyond: (bound) => `取值\u00a0${spaced(bound)}的部分`,
  valuesBetween: (low, high) => `取值 ${low} 至 ${spaced(high)}的部分`,

  indexIs: (index) => `群体稳定性指数 ${index}`,
  limitsAre: (watch, shifted) => `${watch} 起关注，${shifted} 起偏移`,
  noiseUpTo: (bound) => `噪声不超过 ${bound}`,
  partMoved: {
    missing: (points, more) => `缺失${more ? "增加" : "减少"} ${points}`,
    unseen: (points) => `基准中没有的类别超出预期 ${points}`,
    beyond: (points) => `超出基准取值范围的占 ${points}`,
    heaped: (points) => `集中于同一取值的多 ${points}`,
    stale: (points) => `预期应有更新的取值 ${points}`,
  },
};
