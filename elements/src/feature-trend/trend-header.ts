import type { HistoryRow, Limits, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatBound, formatIndex, toldIndex, usualRange } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { Stale } from "../overdue/overdue.js";
import { badge } from "../parts/badge.js";
import { localText } from "../parts/local-text.js";
import { scale } from "../parts/scale.js";
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
  const { title = {}, description = {}, unit = null } = statistics ?? {};
  const main = localText(title, words.language);
  const other = Object.keys(title).find((tag) => title[tag] !== main?.text);
  const about = localText(description, words.language);
  return html`<header>
    <div class="name">
      <h2 part="name">
        ${
          main === null
            ? feature
            : html`<span lang=${main.language}>${main.text}</span>
                <span class="technical"
                  >${feature}${other === undefined ? nothing : html`<span class="other-title"> · <span lang=${other}>${title[other]}</span></span>`}</span
                >`
        }
      </h2>
      ${
        about === null && unit === null
          ? nothing
          : html`<p class="muted">
              ${about === null ? nothing : html`<span lang=${about.language}>${about.text}</span>`}${about === null || unit === null ? "" : " · "}${unit}
            </p>`
      }
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
  const last = rows.at(-1)!;
  const { noiseBound } = last;
  const index = toldIndex(last.verdicts);
  const label = (value: number): string => formatIndex(value, words.language, limits);
  const usual = usualRange(rows);
  return html`${badge({ ...last, index, limits, words })}
  ${
    index === null
      ? nothing
      : html`<div class="measure">
          ${scale({ index, noiseBound, limits, usual, label })}
          <p class="captions number">
            ${noiseBound === null ? nothing : html`<span>${words.noise(formatBound(noiseBound, words.language))}</span>`}
            ${usual === null ? nothing : html`<span>${words.usual(`${label(usual.low)}–${label(usual.high)}`)}</span>`}
          </p>
        </div>`
  }`;
}
