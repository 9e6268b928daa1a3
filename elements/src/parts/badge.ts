import type { Limits, PartVerdicts, Status, Verdict } from "@featurescope/analyzer/artifact";
import { html, type TemplateResult } from "lit";
import type { Words } from "../words/words.js";
import { leadingFigure } from "./leading-figure.js";
import { plainBadge } from "./plain-badge.js";
import { stateOf } from "./state.js";

/** What a badge says of a feature in a run. */
export interface BadgeOptions {
  status: Status;
  verdict: Verdict;
  verdicts: PartVerdicts;
  /** Population stability index; null for none. */
  index: number | null;
  limits: Limits;
  words: Words;
}

/**
 * Glyph, word and the figure of the worst part of the verdict: the index, or in its stead what the missing or the
 * unseen share gained ("missing +6.2 pp"). A verdict is never told by colour alone.
 */
export function badge(options: BadgeOptions): TemplateResult {
  const { words } = options;
  const state = stateOf(options);
  const figure = state === "broken" ? null : leadingFigure(options);
  const told = figure && html` <b><small>${figure.label}</small> ${figure.value}</b>`;
  return plainBadge(state, words.states[state], told);
}
