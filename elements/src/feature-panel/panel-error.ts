import { type TemplateResult, html, nothing } from "lit";
import { LoadError } from "../controllers/load-error.js";
import { glyph } from "../parts/glyph.js";
import type { Words } from "../words/vocabulary.js";
import { panelWords } from "./panel-words.js";

/** A panel that has nothing to show: why, what was asked, and a way to ask again. */
export function panelError(name: string, error: unknown, words: Words, onRetry: () => void): TemplateResult {
  const { code, status, address } =
    error instanceof LoadError ? error : { code: "", status: null, address: "" };
  const message = error instanceof Error ? error.message : String(error);
  const isNewer = code === "schema-too-new";
  const state = isNewer ? "unknown" : "broken";
  const own = panelWords(words.language);
  return html`<header>
      <div class="name"><h2 part="name">${name}</h2></div>
      <div class="verdict">
        <p class="badge ${state}" part="badge">
          ${glyph(state, 14)}<span>${isNewer ? own.newer : own.notLoaded}</span>
        </p>
      </div>
      <p class="finding" part="finding">${words.failure(code)}</p>
    </header>
    <p class="muted">${message}</p>
    <div class="actions"><button class="outlined" @click=${onRetry}>${words.retry}</button></div>
    ${
      address === ""
        ? nothing
        : html`<details>
            <summary>${words.details}</summary>
            <code>GET ${address}<br />${status} ${code}</code>
          </details>`
    }`;
}

/** A line under a report that could not be renewed: why, and a way to ask again. */
export function renewalError(error: unknown, words: Words, onRetry: () => void): TemplateResult {
  const code = error instanceof LoadError ? error.code : "";
  return html`<p class="small muted" role="status">
    ${words.failure(code)} ${panelWords(words.language).lastGood}
    <button class="outlined" @click=${onRetry}>${words.retry}</button>
  </p>`;
}
