import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../../words/words.js";
import type { Figure, FigureGroup, Figures } from "./figures.js";

/**
 * The table of figures: current, reference, difference.
 * @param caption spoken name of the table
 * @param compared false where there is no reference: one column then
 */
export function figureTable(
  { corner, groups }: Figures,
  caption: string,
  compared: boolean,
  words: Words,
): TemplateResult {
  const row = (figure: Figure): TemplateResult =>
    html`<tr>
      <th scope="row">${figure.label}</th>
      <td>${figure.current}</td>
      ${compared ? otherSide(figure) : nothing}
    </tr>`;
  const group = ({ heading, figures }: FigureGroup): TemplateResult =>
    html`<tbody>
      ${
        heading &&
        html`<tr>
          <th scope="rowgroup" colspan=${compared ? 4 : 2}>${heading}</th>
        </tr>`
      }
      ${figures.map(row)}
    </tbody>`;
  return html`<table part="figures">
    <caption class="spoken">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${corner === "" ? html`<td></td>` : html`<th>${corner}</th>`}
        <th scope="col" class="current">${words.current}</th>
        ${
          compared
            ? html`<th scope="col" class="reference">${words.reference}</th>
                <th scope="col">${words.difference}</th>`
            : nothing
        }
      </tr>
    </thead>
    ${groups.map(group)}
  </table>`;
}

function otherSide({ reference, difference, emphasis }: Figure): TemplateResult {
  return html`<td class="reference">${reference}</td>
    <td class=${emphasis}>${difference}</td>`;
}
