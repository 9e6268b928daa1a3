import type { HistoryRow, Limits, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { usualRange } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { Stale } from "../overdue/overdue.js";
import { badge } from "../parts/badge.js";
import { heading } from "../parts/heading.js";
import type { Words } from "../words/words.js";

/** What stands over a trend. */
export interface TrendHeaderOptions {
  feature: string;
  /** Title, description and unit; null where they are not known. */
  statistics: StatisticsDocument | null;
  /** In time order; the newest gives the verdict. None: no verdict. */
  rows: readonly HistoryRow[];
  limits: Limits;
  finding: string;
  /** Null where no newer run is overdue. */
  stale: Stale | null;
  words: Words;
}

/** Name, the newest run's verdict with its scale and usual range, and since when. */
export function trendHeader(options: TrendHeaderOptions): TemplateResult {
  const { feature, statistics, rows, finding, stale, words } = options;
  return html`<header>
    <div class="name">
      ${heading({ title: {}, description: {}, unit: null, ...statistics, feature }, words.language)}
    </div>
    ${
      rows.length === 0
        ? nothing
        : html`<div class="verdict ${stale === null ? "" : "aged"}">
            ${stale === null ? nothing : html`<b>${stale.age}</b>`}${verdict(options)}
          </div>`
    }
    <div class="finding">
      ${stale === null ? nothing : html`<p>${stale.due} ${stale.last}</p>`}
      <p class=${stale === null ? "" : "muted"} part="finding">${finding}</p>
    </div>
  </header>`;
}

function verdict({ rows, limits, words }: TrendHeaderOptions) {
  return badge({ ...rows.at(-1)!, limits, usual: usualRange(rows), words });
}
