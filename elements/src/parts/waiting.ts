import { html, nothing, type TemplateResult } from "lit";

/**
 * What every element shows until there is something to show: its name, bars in place of sentences, and a box of about the picture's size.
 * @param spoken told to screen readers, where words have arrived
 * @param reason said in the box, where waiting was for nothing
 */
export function waiting(name: string, spoken = "", reason = ""): TemplateResult {
  return html`<header>${name && html`<h2 part="name">${name}</h2>`}</header>
    ${spoken ? html`<p class="spoken" role="status">${spoken}</p>` : nothing}
    <div class="bar"></div>
    <div class="bar short"></div>
    <div class="wait box" aria-busy=${reason === ""}>${reason}</div>`;
}
