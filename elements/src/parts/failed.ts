import { type TemplateResult, html, nothing } from "lit";
import type { LoadError } from "../controllers/load-error.js";
import type { Words } from "../words/words.js";

/** How a failure is told. */
export interface FailedOptions {
  words: Words;
  /** Null where asking again would not help. */
  onRetry: (() => void) | null;
  /** By default what there is to say of the error's code. */
  said?: string;
  /** What else is known, before the way to ask again. */
  more?: unknown;
}

/** What stands where there is nothing to show: why, in words and as the error says it, and a way to ask again. */
export function failed(error: unknown, { words, onRetry, said, more }: FailedOptions): TemplateResult {
  const { code = "", message = String(error) } = error as Partial<LoadError>;
  return html`<p class="finding" role="alert" part="finding">${said ?? words.failure(code)}</p>
    <p class="muted">${message}</p>
    ${more}
    ${onRetry === null ? nothing : html`<p class="actions"><button class="outlined" @click=${onRetry}>${words.retry}</button></p>`}`;
}

/** A line under a report that could not be renewed: why, and a way to ask again. */
export function renewalError(error: unknown, words: Words, onRetry: () => void): TemplateResult {
  return html`<p class="small muted" role="status">
    ${words.failure((error as Partial<LoadError>).code ?? "")} ${words.panel.lastGood}
    <button class="outlined" @click=${onRetry}>${words.retry}</button>
  </p>`;
}
