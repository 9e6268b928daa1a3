import type { FeatureRow, RecentRun } from "@featurescope/analyzer/artifact";
import {
  formatBound,
  formatIndex,
  formatPoints,
  isAlarm,
  leadingPart,
  sayFinding,
  since,
  sinceWhen,
  speakVerdict,
  toldIndex,
} from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { glyph } from "../parts/glyph.js";
import { localText } from "../parts/local-text.js";
import { middleCut } from "../parts/middle-cut.js";
import { miniature } from "../parts/miniature.js";
import { scale } from "../parts/scale.js";
import { sparkline } from "../parts/sparkline.js";
import { stateOf, toneOf } from "../parts/state.js";
import type { Words } from "../words/words.js";
import type { BoardLayout } from "./board-layout.js";
import { importanceBar } from "./importance-bar.js";

/** How a row stands in its list. */
export interface RowPlace {
  /** From 1, the header's row not counted. */
  position: number;
  selected: boolean;
  /** Whether this row takes the keyboard's focus; one of the list does. */
  focusable: boolean;
}

/** One feature in a line: what it is called, what is to be said, how far it moved, how it looks, since when. */
export function boardRow(
  row: FeatureRow,
  place: RowPlace,
  layout: BoardLayout,
  words: Words,
): TemplateResult {
  const { language } = words;
  const state = stateOf(row);
  const title = localText(row.title, language);
  const recent = layout.runsOf(row);
  const finding = sayFinding(row.finding, language, { unit: row.unit, short: true });
  return html`<div
    class="row"
    role="row"
    part="row"
    aria-label=${speakVerdict({ ...row, feature: row.name, drift: row }, language, title?.text, true)}
    tabindex=${place.focusable ? 0 : -1}
    aria-rowindex=${place.position + 1}
    aria-selected=${place.selected}
    data-key=${row.key}
  >
    <span class="state" role="gridcell"
      >${glyph(state, 15)}<span class="spoken">${words.states[state]}</span></span
    >
    <span class="what" role="rowheader">
      <span class="name">
        ${middleCut(row.name)}
        ${title === null ? nothing : html`<span class="title muted" title=${title.text} lang=${title.language}>${title.text}</span>`}
      </span>
      <span class="says muted" title=${finding}>${finding}</span>
    </span>
    ${figure(row, words)}
    <span class="scale" aria-hidden="true">
      ${scale({
        value: toldIndex(row.verdicts),
        noise: row.noiseBound,
        limits: row.limits,
        highest: layout.highest,
        width: 110,
      })}
    </span>
    <span class="picture" aria-hidden="true"
      >${miniature(row.shape, { ...layout.miniature, empty: words.notDrawn })}</span
    >
    ${missing(row, words)}
    ${
      layout.importance === null
        ? nothing
        : html`<span class="importance" role="gridcell"
            >${importanceBar(row.importance, layout.importance, language)}</span
          >`
    }
    ${
      layout.sparkline === null
        ? nothing
        : html`<span class="line" aria-hidden="true">
              ${sparkline({
                ...layout.sparkline,
                runs: recent,
                limits: row.limits,
                state: state === "broken" ? state : row.verdicts.index.verdict,
              })}
            </span>
            <span class="since" role="gridcell">${lasting(row, recent, words)}</span>`
    }
  </div>`;
}

function figure(row: FeatureRow, words: Words): TemplateResult {
  const { language } = words;
  const { noiseBound, limits, verdicts } = row;
  const index = toldIndex(verdicts);
  const leading = leadingPart(row, language);
  const part = leading?.name === "index" ? null : leading;
  const look = verdicts.index.verdict === "unknown" ? "muted" : "";
  return html`<span class="figure" role="gridcell">
    <span class="index ${look} ${part === null ? "leads" : ""}"
      >${index === null ? "—" : formatIndex(index, language, limits)}</span
    >${noiseBound === null ? nothing : html`<span class="spoken">${words.noise(formatBound(noiseBound, language))}</span>`}
    ${
      part === null
        ? nothing
        : html`<span
            class="part ${part.name === "missing" ? "" : "alone"} ${toneOf(row.verdict)}"
            aria-hidden="true"
            ><span>${words[part.name]} </span>${part.figure}</span
          >`
    }
  </span>`;
}

function missing({ verdicts }: FeatureRow, { language, states, board }: Words): TemplateResult {
  const { verdict, value } = verdicts.missing;
  const isBeyond = isAlarm(verdicts.missing);
  return html`<span class="missing ${toneOf(verdict)}" role="gridcell">
    ${isBeyond ? html`${glyph(verdict, 11)}<span class="spoken">${states[verdict]}</span>` : nothing}
    ${value === null ? "—" : formatPoints(value, language, { symbol: !board.pointsInHead })}
  </span>`;
}

function lasting(
  row: FeatureRow,
  recent: readonly RecentRun[],
  { language, board }: Words,
): TemplateResult | typeof nothing {
  const held = row.verdict === "stable" ? null : since(recent);
  if (held === null) return nothing;
  const { first, runs, open } = held;
  const length = runs === 1 ? board.thisRun : board.runs(runs, open);
  return html`<span>${sinceWhen(first, recent.at(-1)!, language, false)}</span
    ><span class="muted">${length}</span>`;
}
