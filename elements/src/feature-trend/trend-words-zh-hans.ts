import type { Cadence, TrendWords } from "./trend-words.js";

const cadences: Record<Cadence, string> = {
  hourly: "每小时",
  daily: "每日",
  weekly: "每周",
  monthly: "每月",
};

/** 简体中文 */
export const zhHans: TrendWords = {
  index: "指数",
  comma: "，",
  semicolon: "；",
  gap: "",
  runs: (count, cadence) =>
    cadence === null ? `${count} 次运行` : `${cadences[cadence]}运行，共 ${count} 次`,
  lastRuns: (shown, total) => `${total} 次运行中的最近 ${shown} 次`,
  someRuns: (shown, total) => `${total} 次运行中的 ${shown} 次`,
  brokenRuns: (count) => `${count} 次失败`,
  against: [" 对比当时固定的 ", ""],
  since: (state, date) => `${date}起${state}`,
  always: (state, runs) => `全部 ${runs} 次运行均为${state}`,
  sentence: (clauses, changes) => {
    const head = clauses.join("，");
    return changes.length === 0 ? `${head}。` : `${head}：${changes.join("；")}。`;
  },
  median: (change) => `中位数 ${change}`,
  missing: (change) => `缺失 ${change}`,
  unseen: (change) => `未见取值 ${change}`,
  medianIn: (units) => ["中位数", units.join(" ")].filter((part) => part !== "").join("，"),
  withoutYear: (month) => month.replace(/^.*年/, ""),
  middleHalf: "p25–p75",
  hatched: "斜线：噪声",
  reference: (name) => `基准 ${name}`,
  broken: { failed: "失败", "not-found": "未找到", "type-changed": "类型变化" },
  lastRun: (time) => `最近运行 ${time}`,
  days: (count) => `${count} 天`,
  allRuns: "全部运行",
  chart: (feature) => `${feature} 的趋势`,
  keys: "方向键逐次浏览运行，N 键跳到下一个不稳定的运行，按住 Shift 选择区间，Enter 键打开。",
  position: (run, total) => `第 ${run} 次运行，共 ${total} 次`,
  selected: (span, runs) => `已选 ${span}，${runs} 次运行`,
  firstShown: "显示的第一次运行",
  lastShown: "显示的最后一次运行",
  table: (feature) => `${feature} 的各次运行，最近在前`,
  run: "运行",
  verdict: "判断",
  noise: "噪声 ≤",
  openRun: (run) => `打开 ${run}`,
  noHistory: "趋势需要网关保存的历史；此地址只有一份报告。",
  oneRun: "目前只有一次运行：有第二次才有趋势。",
  noRuns: "还没有运行包含此特征。",
};
