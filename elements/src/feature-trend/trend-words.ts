import type { Status } from "@featurescope/analyzer/artifact";
import type { Words } from "../words/words.js";

/** How often runs come. */
export type Cadence = "hourly" | "daily" | "weekly" | "monthly";

/** Words that only the trend needs, beside those of all elements. Figures and dates are written out already. */
export interface TrendWords {
  /** Between parts of a caption, and between sentences that are spoken. */
  comma: string;
  semicolon: string;
  /** Between two sentences. */
  gap: string;
  /** "180 daily runs"; the cadence is null where they come at odd times. */
  runs: (count: string, cadence: Cadence | null) => string;
  lastRuns: (shown: string, total: string) => string;
  someRuns: (shown: string, total: string) => string;
  brokenRuns: (count: number) => string;
  /** Between "current" and "reference" in the caption, and after it. */
  against: readonly [between: string, after: string];
  /** Since when a state (a word) has held, as clauses of one sentence, and what moved. */
  since: (state: string, date: string) => string;
  always: (state: string, runs: string) => string;
  /** As a state. */
  aboveNoise: string;
  sentence: (clauses: readonly string[], changes: readonly string[]) => string;
  median: (change: string) => string;
  missing: (change: string) => string;
  unseen: (change: string) => string;
  beyond: (change: string) => string;
  heaped: (points: string) => string;
  stale: (points: string) => string;
  /** What the lane of medians is in: scale and unit. */
  medianIn: (units: readonly string[]) => string;
  /** "Jul" of "Jul 2026". */
  withoutYear: (month: string) => string;
  middleHalf: string;
  hatched: string;
  reference: (name: string) => string;
  /** Why a broken run has no figures. */
  broken: Partial<Record<Status, string>>;
  lastRun: (time: string) => string;
  days: (count: number) => string;
  allRuns: string;
  chart: (feature: string) => string;
  keys: string;
  position: (run: string, total: string) => string;
  selected: (span: string, runs: string) => string;
  firstShown: string;
  lastShown: string;
  table: (feature: string) => string;
  run: string;
  verdict: string;
  noise: string;
  openRun: (run: string) => string;
  noHistory: string;
  oneRun: string;
  noRuns: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const en: TrendWords = {
  comma: ", ",
  semicolon: "; ",
  gap: " ",
  runs: (count, cadence) =>
    `${count} ${cadence === null ? "" : `${cadence} `}${count === "1" ? "run" : "runs"}`,
  lastRuns: (shown, total) => `last ${shown} of ${total} runs`,
  someRuns: (shown, total) => `${shown} of ${total} runs`,
  brokenRuns: (count) => (count === 1 ? "one failed" : `${count} failed`),
  against: [" against the ", " frozen at the time"],
  since: (state, date) => `${state} since ${date}`,
  always: (state, runs) => `${state} in all ${runs} runs`,
  aboveNoise: "above noise",
  sentence: (clauses, changes) => {
    const head = capital(clauses.join(", "));
    const [first, ...others] = changes;
    return first === undefined ? `${head}.` : `${[`${head}: ${first}`, ...others.map(capital)].join(". ")}.`;
  },
  median: (change) => `median ${change}`,
  missing: (change) => `missing ${change}`,
  unseen: (change) => `unseen levels ${change}`,
  beyond: (change) => `beyond the reference's range ${change}`,
  heaped: (points) => `at one value ${points}`,
  stale: (points) => `newer values expected ${points}`,
  medianIn: (units) => ["median", units.join(" ")].filter((part) => part !== "").join(", "),
  withoutYear: (month) => month.slice(0, 3),
  middleHalf: "p25–p75",
  hatched: "hatched: noise",
  reference: (name) => `reference ${name}`,
  broken: { failed: "failed", "not-found": "not found", "type-changed": "type changed" },
  lastRun: (time) => `last run ${time}`,
  days: (count) => `${count}\u00a0d`,
  allRuns: "all runs",
  chart: (feature) => `Trend of ${feature}`,
  keys: "Arrow keys walk from run to run, N to the next that is not stable, with Shift they select a span. Enter opens.",
  position: (run, total) => `Run ${run} of ${total}`,
  selected: (span, runs) => `selected ${span}, ${runs} runs`,
  firstShown: "first run shown",
  lastShown: "last run shown",
  table: (feature) => `Runs of ${feature}, newest first`,
  run: "run",
  verdict: "verdict",
  noise: "noise ≤",
  openRun: (run) => `open ${run}`,
  noHistory: "A trend needs the history that a gateway keeps; at this address there is one report only.",
  oneRun: "One run so far: a trend begins with the second.",
  noRuns: "No run has this feature yet.",
};

/** Words of the trend in the language of all others. */
export function trendWords({ late }: Words): TrendWords {
  return late?.trend ?? en;
}
