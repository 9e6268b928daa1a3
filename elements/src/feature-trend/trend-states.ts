import { html, type TemplateResult } from "lit";
import type { Words } from "../words/vocabulary.js";

/** A trend whose documents are on their way: the name, and the lanes' box. */
export function trendLoading(name: string, words: Words): TemplateResult {
  return html`<header><h2 part="name">${name}</h2></header>
    <p class="caption" role="status">${words.loading}</p>
    <div class="skeleton"></div>`;
}
