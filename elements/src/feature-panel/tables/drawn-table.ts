import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { type ChartDocuments, binCounts } from "@featurescope/analyzer/chart";
import { formatCount, formatShare } from "@featurescope/analyzer/drift";
import { type TemplateResult, html } from "lit";
import type { Words } from "../../words/words.js";
import { tableBox } from "./table-box.js";

/** The table of a panel whose feature has no drift, and so no frozen bins: what is drawn. */
export function tableOf(
  { feature, rows }: StatisticsDocument,
  documents: ChartDocuments | null,
  words: Words,
): TemplateResult | null {
  if (documents === null) return null;
  const { language } = words;
  const table = html`<table>
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
  return tableBox(table, words);
}
