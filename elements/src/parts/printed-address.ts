import { html, type TemplateResult } from "lit";

/** For a reader on paper: which runs these are, and where. Without queries, which may hold a secret; nothing twice, and nothing of what is empty. */
export function printedAddress(...told: readonly string[]): TemplateResult {
  const texts = new Set(told.map((text) => text.replace(/[?#].*/, "")).filter((text) => text !== ""));
  return html`<span class="printed small muted">${[...texts].join(" · ")}</span>`;
}
