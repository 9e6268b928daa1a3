import { type ChartRow, type ChartView, addEveryLanguage, lightColors } from "../../src/chart/index.js";

// As the analyzer does before it draws.
addEveryLanguage();

/** A poster's view, with changes. */
export function view(changes: Partial<ChartView> = {}): ChartView {
  return {
    width: 740,
    colors: lightColors,
    language: "en",
    mode: "share",
    domain: null,
    cursor: null,
    allLevels: false,
    ...changes,
  };
}

/** What is written in a chart, in order. */
export function textsOf(data: Record<string, ChartRow[]>): string[] {
  return [...(data["texts"] ?? []), ...(data["labels"] ?? [])].map(({ text }) => String(text));
}
