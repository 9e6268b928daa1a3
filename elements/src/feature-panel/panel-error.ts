import { type TemplateResult, html, nothing } from "lit";
import type { LoadError } from "../controllers/load-error.js";
import { failed } from "../parts/failed.js";
import { localText } from "../parts/local-text.js";
import { plainBadge } from "../parts/plain-badge.js";
import type { Words } from "../words/words.js";
import type { AttemptsMade } from "./attempts.js";
import type { NearFeature } from "./nearest-features.js";

/** What is known of a failure beside the failure itself. */
export interface FailureContext {
  words: Words;
  onRetry: () => void;
  attempts?: AttemptsMade | null;
  nearest?: readonly NearFeature[];
  /** To be told which of the nearest is wanted. */
  onSource?: (src: string) => void;
}

/** A panel that has nothing to show: why, what was asked, a way to ask again, and what may have been meant. */
export function panelError(
  name: string,
  error: unknown,
  { words, onRetry, attempts = null, nearest = [], onSource }: FailureContext,
): TemplateResult {
  const { code = "", status = null, address = "" } = error as Partial<LoadError>;
  const own = words.panel;
  const more = html`${attempts && html`<p class="muted attempts">${own.attempts(attempts.count, time(attempts.last, words), time(attempts.next, words))}</p>`}
  ${
    nearest.length === 0
      ? nothing
      : html`<div class="nearest">
          <p class="small muted">${own.nearest}</p>
          ${nearest.map(
            (each) =>
              html`<button @click=${() => onSource?.(each.src)}>
                ${each.name} <span class="muted">${localText(each.title, words.language)?.text}</span>
              </button>`,
          )}
        </div>`
  }`;
  return html`<header>
      <div class="name"><h2 part="name">${name}</h2></div>
      <div class="verdict">
        ${code === "schema-too-new" ? plainBadge("unknown", own.newer) : plainBadge("broken", own.notLoaded)}
      </div>
    </header>
    ${failed(error, { words, onRetry, more })}
    ${
      address === ""
        ? nothing
        : html`<details>
            <summary>${words.details}</summary>
            <code>GET ${address}<br />${status} ${code}</code>
          </details>`
    }`;
}

function time(date: Date, { language }: Words): string {
  return date.toLocaleTimeString(language, { hourCycle: "h23" });
}
