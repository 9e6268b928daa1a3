import { type ChartDocuments, binCounts } from "@featurescope/analyzer/chart";
import { formatCount, formatShare } from "@featurescope/analyzer/drift";
import { type TemplateResult, html } from "lit";
import type { Words } from "../words/vocabulary.js";

/** What is drawn as a table, where no drift has frozen bins. */
export function drawnTable(documents: ChartDocuments, words: Words): TemplateResult {
  const { language } = words;
  const { feature, rows } = documents.statistics;
  return html`<table>
    <caption class="spoken">
      ${words.dataTable}: ${feature}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.bin}</th>
        <th scope="col">${words.rows}</th>
        <th scope="col">${words.share}</th>
      </tr>
    </thead>
    <tbody>
      ${binCounts(documents, language).map(
        ({ label, current }) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${formatCount(current, language)}</td>
            <td>${formatShare(rows === 0 ? 0 : current / rows, language, 2)}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${words.total}</th>
        <td>${formatCount(rows, language)}</td>
        <td></td>
      </tr>
    </tfoot>
  </table>`;
}
