import type { FeatureList } from "@featurescope/analyzer/artifact";
import {
  formatCount,
  formatNumber,
  formatTime,
  formatWindow,
  summarizeFeatures,
} from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { Stale } from "../overdue/overdue.js";
import { glyph } from "../parts/glyph.js";
import { localText } from "../parts/local-text.js";
import { STATES, type State } from "../parts/state.js";
import type { Words } from "../words/words.js";
import type { BoardFilter } from "./filter-features.js";

/** What a board's header shows, and what it reports. */
export interface HeaderOptions {
  list: FeatureList;
  filter: BoardFilter;
  /** Null where no newer run is overdue. */
  stale: Stale | null;
  words: Words;
  onFilter: (filter: BoardFilter) => void;
}

/** Which pipeline and windows, how many features of each verdict, the run's note, and the filters. */
export function boardHeader({ list, filter, stale, words, onFilter }: HeaderOptions): TemplateResult {
  const { language, board } = words;
  const { counts } = summarizeFeatures(list.features);
  const note = localText(list.note, language);
  return html`<header>
    <div class="about">
      <h2>${list.pipeline} <span class="technical">${subject(list, words)}</span></h2>
      ${stale === null ? nothing : html`<p class="age"><b>${stale.age}</b> ${stale.due} ${stale.last}</p>`}
      <p class="summary">${summary(list, words)}</p>
      ${note === null ? nothing : html`<p class="note" lang=${note.language}>${note.text}</p>`}
    </div>
    <div class="filters">
      <div class="segments" role="group" aria-label=${board.filter}>
        <button aria-pressed=${filter.state === null} @click=${() => onFilter({ ...filter, state: null })}>
          ${board.all}
        </button>
        ${present(counts).map(
          (state) =>
            html`<button
              aria-pressed=${filter.state === state}
              title="${words.states[state]} ${formatCount(counts[state], language)}"
              @click=${() => onFilter({ ...filter, state })}
            >
              ${glyph(state, 11)}<span aria-hidden="true">${formatCount(counts[state], language)}</span>
            </button>`,
        )}
      </div>
      <select
        class="outlined"
        aria-label=${board.filter}
        @change=${(event: Event) => onFilter({ ...filter, state: stateChosen(event) })}
      >
        <option value="" ?selected=${filter.state === null}>
          ${board.filterBy(board.all, formatCount(list.features.length, language))}
        </option>
        ${present(counts).map(
          (state) =>
            html`<option value=${state} ?selected=${filter.state === state}>
              ${board.filterBy(words.states[state], formatCount(counts[state], language))}
            </option>`,
        )}
      </select>
      <input
        type="search"
        aria-label=${board.search}
        placeholder=${board.search}
        .value=${filter.text}
        @input=${(event: Event) => onFilter({ ...filter, text: (event.target as HTMLInputElement).value })}
      />
    </div>
  </header>`;
}

function subject(
  { features, window, createdAt, reference }: FeatureList,
  { board, language, versus }: Words,
): string {
  const current = window === null ? formatTime(createdAt, language) : formatWindow(window, language);
  const base = reference && (reference.window ? formatWindow(reference.window, language) : reference.source);
  return [
    board.features(formatCount(features.length, language)),
    base === null ? current : versus(current, base),
  ].join(" · ");
}

function summary({ features }: FeatureList, { language, states, board }: Words): TemplateResult {
  const { counts, aboveNoise, compared, expectedByChance } = summarizeFeatures(features);
  const shown = present(counts).filter((state) => state !== "stable");
  const count = (state: State) =>
    html`<span class="count"
      >${glyph(state, 12)} <b>${formatCount(counts[state], language)}</b>&nbsp;${states[state]}</span
    >`;
  const counted = shown.map((state, i) => html`${i === 0 ? nothing : board.comma}${count(state)}`);
  if (compared === 0) return html`${counted}`;
  const [before, after] = board.aboveNoise(
    formatCount(compared, language),
    formatNumber(expectedByChance, language, expectedByChance < 0.5 ? 1 : 0),
  );
  return html`${counted}${shown.length === 0 ? nothing : board.semicolon}${before}<b>${formatCount(aboveNoise, language)}</b>${after}`;
}

function present(counts: Record<State, number>): State[] {
  return STATES.filter((state) => counts[state] > 0);
}

function stateChosen(event: Event): State | null {
  const { value } = event.target as HTMLSelectElement;
  return STATES.find((state) => state === value) ?? null;
}
