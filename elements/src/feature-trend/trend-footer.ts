import { DAY } from "@featurescope/analyzer/artifact";
import { formatTime } from "@featurescope/analyzer/drift";
import { html, type TemplateResult } from "lit";
import { printedAddress } from "../parts/printed-address.js";
import { toggle } from "../parts/toggle.js";
import type { Words } from "../words/words.js";
import { LEAST, type Span } from "./span.js";
import type { TrendRun } from "./trend-run.js";
import type { TrendWords } from "./trend-words.js";

/** What the controls of a trend show and do. */
export interface TrendFooterOptions {
  runs: readonly TrendRun[];
  span: Span;
  isNarrow: boolean;
  showsData: boolean;
  /** Where the newest run's figures are, for a reader on paper; empty where that is not known. */
  address: string;
  words: Words;
  own: TrendWords;
  /** Null for the runs that are shown at first. */
  onSpan: (span: Span | null) => void;
  onData: () => void;
}

/** Days that the newest runs can be cut to; the two longest that leave runs out are offered. */
const CUTS = [1, 7, 30, 90, 180, 365];

/** When the newest run was, and the quiet controls. */
export function trendFooter(options: TrendFooterOptions): TemplateResult {
  const { runs, span, isNarrow, showsData, address, words, own, onSpan, onData } = options;
  const isAll = span.first === 0 && span.last === runs.length - 1;
  return html`<footer>
    <span>${own.lastRun(formatTime(runs.at(-1)!.row.createdAt, words.language))}</span>
    ${printedAddress(address)}
    <span class="controls" part="controls">
      ${(isNarrow ? [] : cuts(runs)).map(({ days, first }) =>
        toggle(own.days(days), span.first === first && span.last === runs.length - 1, () =>
          onSpan({ first, last: runs.length - 1 }),
        ),
      )}
      ${toggle(own.allRuns, isAll, () => onSpan(isAll ? null : { first: 0, last: runs.length - 1 }))}
      ${toggle(words.dataTable, showsData, onData)}
    </span>
  </footer>`;
}

function cuts(runs: readonly TrendRun[]): readonly { days: number; first: number }[] {
  const newest = runs.at(-1)!.end;
  return CUTS.map((days) => ({ days, first: runs.findIndex(({ start }) => start >= newest - days * DAY) }))
    .filter(({ first }) => first > 0 && runs.length - first >= LEAST)
    .slice(-2);
}
