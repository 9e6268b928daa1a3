import { HOUR } from "@featurescope/analyzer/artifact";
import { formatCount, formatWindow } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../words/words.js";
import type { Span } from "./span.js";
import { type TrendRun, usualGap } from "./trend-run.js";
import type { Cadence, TrendWords } from "./trend-words.js";

const CADENCES: readonly (readonly [Cadence, low: number, high: number])[] = [
  ["hourly", 1, 1],
  ["daily", 23, 25],
  ["weekly", 167, 169],
  ["monthly", 28 * 24, 31 * 24],
];

/** What the line over the lanes says. */
export interface CaptionOptions {
  /** All runs of the history. */
  runs: readonly TrendRun[];
  span: Span;
  isNarrow: boolean;
  /** Whether other medians of the feature leave frequent values aside. */
  isOfAll: boolean;
  words: Words;
  own: TrendWords;
}

/** How many runs of which time are shown, and what is drawn against what. */
export function trendCaption({
  runs: all,
  span,
  isNarrow,
  isOfAll,
  words,
  own,
}: CaptionOptions): TemplateResult {
  const { first, last } = span;
  const { language } = words;
  const shown = all.slice(first, last + 1);
  const [count, total] = [shown.length, all.length].map((number) => formatCount(number, language));
  const runs =
    shown.length === all.length
      ? own.runs(total!, cadenceOf(all))
      : last === all.length - 1
        ? own.lastRuns(count!, total!)
        : own.someRuns(count!, total!);
  const broken = shown.filter(({ state }) => state === "broken").length;
  const [between, after] = own.against;
  return html`<p class="caption">
    ${runs}${own.comma}${spanName(shown, language)}${broken === 0 ? nothing : html` · ${own.brokenRuns(broken)}`}
    ${
      isNarrow || shown.every(({ referenceId }) => referenceId === null)
        ? nothing
        : html` · <b class="current">${words.current}</b>${between}<b class="reference">${words.reference}</b
            >${after}`
    }
    ${isOfAll ? html` · ${words.median}: ${words.allValues}` : nothing}
  </p>`;
}

/** The time that runs span, in words. */
export function spanName(runs: readonly TrendRun[], language: string): string {
  const [first, last] = [runs[0]!, runs.at(-1)!];
  return formatWindow(
    { start: new Date(first.start).toISOString(), end: new Date(last.end).toISOString() },
    language,
  );
}

function cadenceOf(all: readonly TrendRun[]): Cadence | null {
  const gap = usualGap(all.map(({ row }) => row)) / HOUR;
  return CADENCES.find(([, low, high]) => gap >= low && gap <= high)?.[0] ?? null;
}
