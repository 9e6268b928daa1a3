import { html, type TemplateResult } from "lit";

const TAIL = 12;

/**
 * A name on one line that loses its middle where it is too long for the space: names in a list differ at their ends
 * (`…_30d`, `…_90d`). Speech and search get it whole.
 */
export function middleCut(name: string): TemplateResult {
  const characters = Array.from(name);
  const cut = characters.length > 2 * TAIL ? characters.length - TAIL : characters.length;
  const head = characters.slice(0, cut).join("");
  const tail = characters.slice(cut).join("");
  return html`<span class="cut" title=${name}>
    <span class="spoken">${name}</span>
    <span class="head" aria-hidden="true">${head}</span><span class="tail" aria-hidden="true">${tail}</span>
  </span>`;
}
