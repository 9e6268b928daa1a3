import { html, type TemplateResult } from "lit";
import { glyph } from "./glyph.js";
import type { State } from "./state.js";

/** Glyph and text of a badge, and a figure where there is one. */
export function plainBadge(state: State, text: string, figure: TemplateResult | null = null): TemplateResult {
  return html`<p class="badge ${state}" part="badge">${glyph(state, 14)}<span>${text}</span>${figure}</p>`;
}
