import { type Limits, type PartVerdicts, type Status, type Verdict } from "@featurescope/analyzer/artifact";
import { type LeadingPart, leadingPart, type UsualRange } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../words/words.js";
import { plainBadge } from "./plain-badge.js";
import { scale } from "./scale.js";
import { stateOf } from "./state.js";

/** What a badge says of a feature in a run. */
export interface BadgeOptions {
  status: Status;
  verdict: Verdict;
  verdicts: PartVerdicts;
  limits: Limits;
  /** Of the index; null where too few runs are known. */
  usual: UsualRange | null;
  words: Words;
}

/**
 * Glyph, word and the figure of the worst part of the verdict: the index, or in its stead a change of shares ("missing +6.2 pp").
 * A verdict is never told by colour alone. Below it that figure on its scale, with its limits and its noise; what is usual is
 * known of the index only.
 */
export function badge(options: BadgeOptions): TemplateResult {
  const { words, usual } = options;
  const state = stateOf(options);
  const part = state === "broken" ? null : leadingPart(options, words.language);
  const told = part && html` <b><small>${words[part.name]}</small> ${part.figure}</b>`;
  return html`${plainBadge(state, words.states[state], told)}${part && measure(part, part.name === "index" ? usual : null, words)}`;
}

function measure(
  { value, noise, limits, limit, bound }: LeadingPart,
  usual: UsualRange | null,
  words: Words,
): TemplateResult {
  return html`<div class="measure">
    ${scale({ value: Math.abs(value), noise, limits, usual, label: limit })}
    <p class="captions number">
      ${noise === null ? nothing : html`<span>${words.noise(bound(noise))}</span>`}
      ${usual && html`<span>${words.usual(`${limit(usual.low)}–${limit(usual.high)}`)}</span>`}
    </p>
  </div>`;
}
