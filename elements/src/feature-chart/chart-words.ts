import type { Words } from "../words/words.js";
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

/** Words of a stored chart in the language of all others. */
export function chartWords({ late }: Words): ChartWords {
  return late?.chart ?? en;
}
