import { formatCount, formatIndex, formatShare, formatValue, valueScale } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { RunsView } from "./runs-view.js";

const NAMES = ["p5", "p25", "p50", "p75", "p95"] as const;

/** The figures of several runs, one a row: the table behind their curves. */
export function runFigures({ rows, words, compare, caption, nameOf }: RunsView): TemplateResult {
  const { language } = words;
  const values = rows.flatMap(({ side }) => (side.quantiles === null ? [] : Object.values(side.quantiles)));
  const hasValues = values.length > 0;
  const scale = valueScale(values, language);
  const write = (value: number | undefined): string =>
    value === undefined ? "—" : formatValue(value, language, { scale });
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="run-figures" part="figures">
      <caption class="spoken">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${compare.window}</th>
          <th scope="col" class="count">${words.rows}</th>
          <th scope="col">${words.missing}</th>
          ${
            hasValues
              ? NAMES.map(
                  (name) => html`<th scope="col" class=${name}>${name === "p50" ? words.median : name}</th>`,
                )
              : nothing
          }
          <th scope="col">${words.index}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ documents, side, drift, isBase }) =>
            html`<tr>
              <th scope="row">${nameOf(documents.statistics.run)}</th>
              <td class="count">${formatCount(side.rows, language)}</td>
              <td>${side.rows === 0 ? "—" : formatShare(side.missing / side.rows, language)}</td>
              ${hasValues ? NAMES.map((name) => html`<td class=${name}>${write(side.quantiles?.[name])}</td>`) : nothing}
              <td>
                ${isBase ? compare.base : drift === null ? compare.notComparable : formatIndex(drift.index, language)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
