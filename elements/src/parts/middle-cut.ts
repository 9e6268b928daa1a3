import { charactersOf } from "@featurescope/analyzer/artifact";
import { html, type TemplateResult } from "lit";

const TAIL = 12;

/**
 * A name on one line that loses its middle where it is too long for the space: names in a list differ at their ends
 * (`…_30d`, `…_90d`). Speech and search get it whole. Its two parts stand as its script runs.
 */
export function middleCut(name: string): TemplateResult {
  const all = charactersOf(name);
  const cut = all.length - Math.min(TAIL, Math.floor(all.length / 3));
  const head = all.slice(0, cut).join("");
  const tail = all.slice(cut).join("");
  return html`<span class="cut" dir="auto" title=${name}>
    <span class="spoken">${name}</span>
    <span class="head" aria-hidden="true">${head}</span><span class="tail" aria-hidden="true">${tail}</span>
  </span>`;
}
