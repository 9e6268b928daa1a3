import { DEFAULT_LIMITS } from "@featurescope/analyzer/artifact";
import {
  formatCount,
  formatIndex,
  formatPoints,
  formatShare,
  formatValue,
  isAlarm,
  leadingPart,
} from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { glyph } from "../../parts/glyph.js";
import { miniature } from "../../parts/miniature.js";
import { scale, scaleEnd } from "../../parts/scale.js";
import { toneOf } from "../../parts/state.js";
import type { RunRow } from "../run-row.js";
import type { RunSide } from "../run-side.js";
import { axisPicture } from "./axis-picture.js";
import { type Bar, binsBox, filledBars, heightsOf, stepOutline } from "./histogram-picture.js";
import { commonLevels, levelShape } from "./level-shares.js";
import { quantileStrip } from "./quantile-strip.js";
import type { RunsView } from "./runs-view.js";
import { type SharedAxis, sharedAxis } from "./shared-axis.js";

/** Runs below each other, on common axes: window, picture with the base's outline, quantiles, index, missing share. */
export function rowsView(view: RunsView): TemplateResult {
  const { rows, words, compare, caption, measure } = view;
  const sides = rows.flatMap(({ side, base }) => (base === null ? [side] : [side, base]));
  const axis = sharedAxis(sides);
  const draw = axis === null ? levelPictures(view) : binPictures(heightsOf(sides, axis, measure).of);
  const highest = Math.max(...rows.map(({ drift }) => scaleEnd(drift?.index ?? null, DEFAULT_LIMITS)));
  const limits = rows.at(-1)!.documents.statistics.drift?.limits ?? DEFAULT_LIMITS;
  const per = compare.heights[measure.mode];
  const ticks = (most: number): unknown =>
    axis === null ? nothing : axisPicture(axis, most, words.language);
  return html`<table class="runs-table" role="table" part="rows">
    <caption class="spoken">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${head("run-name", compare.window)} ${head("pin", compare.base)}
        ${head("picture", axis === null ? per.level : per.bin, ticks(5))}
        ${axis === null ? nothing : head("strip", compare.quantiles, ticks(3))}
        ${head("index", compare.againstBase, scale({ value: null, noise: null, limits, highest, width: 86, label: (limit) => formatIndex(limit, words.language, limits) }))}
        ${head("missing", words.board.pointsInHead ? words.board.missingColumn : words.missing)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row" class=${row.isBase ? "is-base" : ""}>
            ${nameCell(row, view)}
            <td role="cell" class="picture">${draw(row)}</td>
            ${axis === null ? nothing : stripCell(row, axis, words.language)} ${indexCell(row, highest, view)}
            ${missingCell(row, view)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function head(look: string, text: string, ticks: unknown = nothing): TemplateResult {
  return html`<th scope="col" role="columnheader" class=${look}><span>${text}</span>${ticks}</th>`;
}

function binPictures(bars: (side: RunSide) => Bar[]): (row: RunRow) => TemplateResult {
  return ({ side, base }) =>
    binsBox([filledBars(bars(side)), base === null ? nothing : stepOutline(bars(base))], "bins");
}

function levelPictures({ rows, words, measure }: RunsView): (row: RunRow) => TemplateResult {
  const levels = commonLevels(rows.flatMap(({ side, base }) => (base === null ? [side] : [base, side])));
  return ({ side, base }) =>
    miniature(side.levels === null ? null : levelShape(levels, side, base, measure.mode), {
      width: 400,
      height: 34,
      empty: words.notDrawn,
    });
}

function nameCell({ documents, drift, isBase }: RunRow, view: RunsView): TemplateResult {
  const { words, compare, nameOf, onBase } = view;
  const { run, rows, p50 } = documents.statistics;
  const name = nameOf(run);
  const count = words.n(formatCount(rows, words.language));
  return html`<th scope="row" role="rowheader" class="run-name">
      ${
        isBase
          ? nothing
          : html`${glyph(drift?.verdict ?? "unknown", 13)}<span class="spoken"
                >${words.states[drift?.verdict ?? "unknown"]}</span
              >`
      }
      <span class="window" title=${run}>${name}</span>
      <small class="number" title=${count}>
        ${count}<span class="only-narrow halfway"
          >${p50 === null ? nothing : html` · ${compare.median(formatValue(p50, words.language))}`}</span
        >
      </small>
    </th>
    <td role="cell" class="pin">
      <button
        aria-pressed=${isBase}
        aria-label="${compare.base}: ${name}"
        data-run=${run}
        @click=${() => onBase(run)}
      >
        ${compare.base}
      </button>
    </td>`;
}

function stripCell({ side, base }: RunRow, axis: SharedAxis, language: string): TemplateResult {
  const { quantiles } = side;
  const spoken =
    quantiles === null ? "" : Object.values(quantiles).map((value) => formatValue(value, language));
  return html`<td role="cell" class="strip">
    ${quantileStrip(quantiles, (base ?? side).quantiles?.p50 ?? null, axis)}
    <span class="spoken">${spoken === "" ? "" : spoken.join(", ")}</span>
  </td>`;
}

function indexCell({ drift, isBase, documents }: RunRow, highest: number, view: RunsView): TemplateResult {
  const { words, compare } = view;
  if (drift === null) {
    const text = isBase ? "—" : compare.notComparable;
    return html`<td role="cell" class="index muted">${text}</td>`;
  }
  const limits = documents.statistics.drift?.limits ?? DEFAULT_LIMITS;
  const { index, noiseBound, verdicts } = drift;
  const leading = leadingPart({ verdicts, limits }, words.language);
  const part = leading?.name === "index" ? null : leading;
  return html`<td role="cell" class="index">
    <b class="number ${part === null ? "" : "not-leading"}">${formatIndex(index, words.language, limits)}</b>
    ${
      part === null
        ? nothing
        : html`<span class="only-narrow ${toneOf(drift.verdict)}" aria-hidden="true"
            >${words[part.name]} ${part.figure}</span
          >`
    }
    ${scale({ value: index, noise: noiseBound, limits, highest, width: 86 })}
  </td>`;
}

function missingCell({ side, base, drift }: RunRow, { words }: RunsView): TemplateResult {
  const { language, board } = words;
  const share = side.rows === 0 ? null : side.missing / side.rows;
  const before = base === null || base.rows === 0 ? null : base.missing / base.rows;
  const verdict = drift?.verdicts.missing.verdict ?? "stable";
  const isBeyond = isAlarm(drift?.verdicts.missing);
  return html`<td role="cell" class="missing ${isBeyond ? toneOf(verdict) : ""}">
    ${isBeyond ? html`${glyph(verdict, 11)}<span class="spoken">${words.states[verdict]}</span>` : nothing}
    ${share === null ? "—" : formatShare(share, language)}
    ${share === null || before === null ? nothing : html`<small>${formatPoints(share - before, language, { symbol: !board.pointsInHead })}</small>`}
  </td>`;
}
