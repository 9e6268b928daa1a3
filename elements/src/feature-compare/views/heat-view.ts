import { DEFAULT_LIMITS, type DriftBin } from "@featurescope/analyzer/artifact";
import { formatCount, formatIndex, formatPoints, isAlarm } from "@featurescope/analyzer/drift";
import { html, type TemplateResult } from "lit";
import { glyph } from "../../parts/glyph.js";
import type { RunRow } from "../run-row.js";
import { type HeatCell, heatBins, heatCells, heatHeads } from "./heat-cells.js";
import type { RunsView } from "./runs-view.js";

/** Least part of the full colour, so that the weakest change beyond noise is seen. */
const WEAKEST = 18;

/** Types of bins that follow each other on an axis, or in the order of their shares. */
const ON_AXIS: readonly DriftBin["type"][] = ["interval", "category", "other"];

/** Windows × frozen bins: what each share gained or lost against the base in percentage points, blank within noise. */
export function heatView(view: RunsView): TemplateResult {
  const { rows, words, compare, caption, baseName } = view;
  const drifts = rows.flatMap(({ drift }) => drift ?? []);
  const shown = heatBins(drifts);
  const first = drifts[0]?.bins ?? [];
  const heads = heatHeads(
    shown.map((index) => first[index]!),
    words,
  );
  // What no axis holds stands apart.
  const apart = shown.findIndex((index) => !ON_AXIS.includes(first[index]!.type));
  const cells = new Map(rows.map((row) => [row, row.drift && heatCells(row.drift, shown)]));
  const largest = Math.max(
    Number.MIN_VALUE,
    ...[...cells.values()].flatMap((each) => each?.map(({ difference }) => Math.abs(difference)) ?? []),
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class="heat" part="heat">
        <caption class="spoken">
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${compare.window} <span class="only-narrow">${words.index}</span></th>
            ${heads.map((head, i) => html`<th scope="col" class=${i === apart ? "apart" : ""} title=${head}>${head}</th>`)}
            <th scope="col" class="index">${words.index}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr class=${row.isBase ? "is-base" : ""}>
                ${nameCell(row, view)}
                ${
                  cells.get(row)?.map((cell, i) => heatCell(cell, largest, i === apart, words.language)) ??
                  html`<td class="muted none" colspan=${Math.max(1, shown.length)}>
                    ${row.isBase ? compare.base : compare.notComparable}
                  </td>`
                }
                ${indexCell(row, view)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="heat-key small muted">
      ${compare.fewer} ${[1, 0.66, 0.33].map((part) => swatch("fewer", part))}<span class="heat-swatch"></span
      >${[0.33, 0.66, 1].map((part) => swatch("more", part))} ${compare.more(baseName)}
    </p>`;
}

function swatch(side: "more" | "fewer", part: number): TemplateResult {
  return html`<span class="heat-swatch ${side}" .style=${`--strength:${strength(part)}%`}></span>`;
}

function strength(part: number): number {
  return Math.round(WEAKEST + (100 - WEAKEST) * part);
}

function nameCell(row: RunRow, view: RunsView): TemplateResult {
  const { nameOf, words, compare, onBase } = view;
  const { run, rows } = row.documents.statistics;
  return html`<th scope="row">
    <button class="window" title="${compare.base}: ${run}" data-run=${run} @click=${() => onBase(run)}>
      ${nameOf(run)}
    </button>
    <small class="number">${formatCount(rows, words.language)}</small>
    <div class="only-narrow">${verdictAndIndex(row, view)}</div>
  </th>`;
}

function heatCell(
  { difference, isBeyond }: HeatCell,
  largest: number,
  isApart: boolean,
  language: string,
): TemplateResult {
  const look = isApart ? "cell apart" : "cell";
  if (!isBeyond) return html`<td class=${look}></td>`;
  const side = difference > 0 ? "more" : "fewer";
  return html`<td class="${look} ${side}" .style=${`--strength:${strength(Math.abs(difference) / largest)}%`}>
    ${formatPoints(difference, language, { symbol: false })}
  </td>`;
}

/** The last column; where that would lie out of sight, its content stands below the name. */
function indexCell(row: RunRow, view: RunsView): TemplateResult {
  const look = isAlarm(row.drift?.verdicts.index) ? "large" : "";
  return html`<td class="index ${look}">${verdictAndIndex(row, view)}</td>`;
}

/** How far a run moved from the base, or why that is not told. */
function verdictAndIndex({ drift, documents, isBase }: RunRow, { words, compare }: RunsView) {
  if (drift === null) return html`<span class="muted">${isBase ? "—" : compare.notComparable}</span>`;
  const limits = documents.statistics.drift?.limits ?? DEFAULT_LIMITS;
  return html`${glyph(drift.verdict, 12)}<span class="spoken">${words.states[drift.verdict]}</span>
    <span class="number">${formatIndex(drift.index, words.language, limits)}</span>`;
}
