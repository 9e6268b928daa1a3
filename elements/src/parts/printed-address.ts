import { html, type TemplateResult } from "lit";

/** For a reader on paper: which runs these are, and where. Without queries, which may hold a secret, and without what is empty. */
export function printedAddress(...told: readonly string[]): TemplateResult {
  const texts = told.map((text) => text.replace(/[?#].*/, ""));
  return html`<span class="printed">${texts.filter(Boolean).join(" · ")}</span>`;
}
