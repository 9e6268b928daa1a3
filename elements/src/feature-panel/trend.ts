import type { HistoryRow, StatisticsDocument } from "@featurescope/analyzer/artifact";
import {
  formatIndex,
  formatShare,
  formatValue,
  toldIndex,
  type UsualRange,
} from "@featurescope/analyzer/drift";
import { html, nothing, svg, type TemplateResult } from "lit";
import { linear } from "../parts/linear.js";
import { sparkline } from "../parts/sparkline.js";
import { stateOf } from "../parts/state.js";
import type { Words } from "../words/words.js";

/** So many runs are drawn. */
const RUNS = 30;
const HEIGHT = 54;

/** The index of the last runs with its limits and usual range; without a reference, median and missing share instead. */
export function trend(
  statistics: StatisticsDocument,
  history: readonly HistoryRow[],
  usual: UsualRange | null,
  width: number,
  words: Words,
): TemplateResult | typeof nothing {
  const rows = history.slice(-RUNS);
  if (rows.length < 2) return nothing;
  const { drift, status } = statistics;
  if (statistics.reference === null) return plainTrends(rows, width, words);
  if (drift === null || rows.every((row) => toldIndex(row.verdicts) === null)) return nothing;
  const { limits, verdict } = drift;
  return html`<div class="trend" part="trend">
    <p class="captions">
      <span>${words.lastRuns(rows.length)}</span>${usual && html`<span>${words.usualBand}</span>`}
    </p>
    ${sparkline({
      runs: rows,
      limits,
      state: stateOf({ status, verdict }),
      usual,
      width,
      height: HEIGHT,
      label: (index) => formatIndex(index, words.language, limits),
    })}
  </div>`;
}

function plainTrends(rows: readonly HistoryRow[], width: number, words: Words): TemplateResult {
  const { language } = words;
  return html`<div class="trend" part="trend">
    ${line(
      words.median,
      rows.map((row) => row.p50),
      (value) => formatValue(value, language),
      width,
    )}
    ${line(
      words.missing,
      rows.map((row) => row.missingShare),
      (value) => formatShare(value, language),
      width,
    )}
  </div>`;
}

function line(
  label: string,
  values: readonly (number | null)[],
  write: (value: number) => string,
  width: number,
): TemplateResult | typeof nothing {
  const known = values.filter((value) => value !== null);
  const last = known.at(-1);
  if (last === undefined) return nothing;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = linear(0, known.length - 1, 66, width - 58);
  const y = low === high ? () => 13 : linear(low, high, 22, 4);
  const path = known.map((value, i) => `${i === 0 ? "M" : "L"}${x(i)} ${y(value)}`).join("");
  return html`<svg width=${width} height="26" role="img" aria-label="${label} ${write(last)}">
    <text y="17">${label}</text>
    ${svg`<path class="trend current" d=${path} /><text class="end" x=${width} y="17">${write(last)}</text>`}
  </svg>`;
}
