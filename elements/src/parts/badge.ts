import type { PartVerdicts, Status, Verdict } from "@featurescope/analyzer/artifact";
import { formatIndex, formatPoints, worstPart } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../words/vocabulary.js";
import { glyph } from "./glyph.js";
import { stateOf } from "./state.js";

/** What a badge says of a feature in a run. */
export interface BadgeOptions {
  status: Status;
  verdict: Verdict;
  verdicts: PartVerdicts;
  /** Population stability index; null for none. */
  index: number | null;
  words: Words;
}

/**
 * Glyph, word and the figure of the worst part of the verdict: the index, or in its stead what the missing or the
 * unseen share gained ("missing +6.2 pp"). A verdict is never told by colour alone.
 */
export function badge({ status, verdict, verdicts, index, words }: BadgeOptions): TemplateResult {
  const state = stateOf({ status, verdict });
  const part = worstPart(verdicts);
  const value = part === "index" ? index : verdicts[part]?.value;
  const figure =
    value === null || value === undefined || state === "broken"
      ? nothing
      : part === "index"
        ? html`<b><small>${words.index}</small> ${formatIndex(value, words.language)}</b>`
        : html`<b><small>${words[part]}</small> ${formatPoints(value, words.language)}</b>`;
  return html`<p class="badge ${state}" part="badge">
    ${glyph(state, 14)}<span>${words.states[state]}</span>${figure}
  </p>`;
}
