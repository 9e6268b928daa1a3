import { type TemplateResult, html } from "lit";
import type { Words } from "../../words/words.js";

/** The box of a panel's table, which scrolls where the table is long. */
export function tableBox(table: TemplateResult, words: Words): TemplateResult {
  return html`<div class="data" part="data" role="group" aria-label=${words.dataTable} tabindex="0">
    ${table}
  </div>`;
}
