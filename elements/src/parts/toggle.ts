import { html, type TemplateResult } from "lit";

/** A button that is pressed or not. */
export function toggle(label: string, on: boolean, act: () => void, disabled = false): TemplateResult {
  return html`<button aria-pressed=${on} ?disabled=${disabled} @click=${act}>${label}</button>`;
}
