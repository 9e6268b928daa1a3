import type { ChartErrorCode } from "./chart-error.js";

/** Words that only a stored chart needs. */
export interface ChartWords {
  chart: string;
  /** Of a table that does not show all. */
  firstRows: (shown: string, rows: string) => string;
  failures: Record<ChartErrorCode, string>;
}

const en: ChartWords = {
  chart: "Chart",
  firstRows: (shown, rows) => `first ${shown} of ${rows} rows`,
  failures: {
    "chart-invalid": "This is not a chart that can be shown.",
    "chart-too-large": "This chart is too large to be shown.",
    "chart-loads-data": "This chart takes its data from elsewhere; only data inside it is shown.",
  },
};

const zhHans: ChartWords = {
  chart: "图表",
  firstRows: (shown, rows) => `${rows} 行中的前 ${shown} 行`,
  failures: {
    "chart-invalid": "无法显示此图表。",
    "chart-too-large": "此图表过大，无法显示。",
    "chart-loads-data": "此图表的数据来自别处；只显示自带数据的图表。",
  },
};

/** Words of a stored chart in a language: any Chinese, else English. */
export function chartWords(language: string): ChartWords {
  return /^zh\b/i.test(language) ? zhHans : en;
}
