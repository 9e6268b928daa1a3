import type { Limits } from "@featurescope/analyzer/artifact";
import {
  formatBound,
  formatCount,
  formatIndex,
  formatShare,
  formatValue,
} from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { glyph } from "../parts/glyph.js";
import { toneOf } from "../parts/state.js";
import type { Words } from "../words/words.js";
import { runName } from "./describe-run.js";
import type { TrendRun } from "./trend-run.js";
import type { TrendWords } from "./trend-words.js";

/** What the table shows, and what it reports. */
export interface TrendTableOptions {
  feature: string;
  /** In time order. */
  runs: readonly TrendRun[];
  limits: Limits;
  words: Words;
  own: TrendWords;
  onSelect: (run: TrendRun) => void;
}

/** The runs in view as a table, the newest first; each can be opened from here. */
export function trendTable({
  feature,
  runs,
  limits,
  words,
  own,
  onSelect,
}: TrendTableOptions): TemplateResult {
  const { language } = words;
  const hasMedian = runs.some(({ row }) => row.kind === "numeric" && row.p50 !== null);
  const write = <T>(value: T | null, format: (value: T, language: string) => string): string =>
    value === null ? "–" : format(value, language);
  return html`<table>
    <caption class="spoken">
      ${own.table(feature)}
    </caption>
    <thead>
      <tr>
        ${[
          own.run,
          own.verdict,
          words.index,
          own.noise,
          ...(hasMedian ? [words.median, own.middleHalf] : []),
          words.missing,
          words.rows,
        ].map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${runs.toReversed().map((run) => {
        const { row, state } = run;
        const name = runName(run, language);
        return html`<tr>
          <th scope="row">
            <button aria-label=${own.openRun(name)} @click=${() => onSelect(run)}>${name}</button>
          </th>
          <td>
            <span class="state">${glyph(state, 11)} ${own.broken[row.status] ?? words.states[state]}</span>
          </td>
          <td class=${toneOf(row.verdicts.index.verdict)}>
            ${write(row.populationStabilityIndex, (index) => formatIndex(index, language, limits))}
          </td>
          <td>${write(row.noiseBound, formatBound)}</td>
          ${
            hasMedian
              ? html`<td>${write(row.p50, formatValue)}</td>
                  <td>${write(row.p25, formatValue)}–${write(row.p75, formatValue)}</td>`
              : nothing
          }
          <td class=${toneOf(row.verdicts.missing.verdict)}>${write(row.missingShare, formatShare)}</td>
          <td>${formatCount(row.rows, language)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
