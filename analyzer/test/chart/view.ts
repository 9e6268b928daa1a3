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

/** Names of two runs of an hour each, as `<feature-compare>` gives them. */
export function namesOfHours(width: number): Pick<ChartView, "names" | "shortNames"> {
  const shortNames = { current: "current", reference: "base" };
  const names = {
    current: "25\u00a0Nov, 19:00–20:00\u00a0UTC",
    reference: "25\u00a0Nov, 18:00–19:00\u00a0UTC",
  };
  return { names: width < 520 ? shortNames : names, shortNames };
}
