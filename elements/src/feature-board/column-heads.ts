import { formatIndex } from "@featurescope/analyzer/drift";
import { html, nothing, svg, type TemplateResult } from "lit";
import { linear } from "../parts/linear.js";
import type { Words } from "../words/words.js";
import type { BoardLayout, LaidOutList } from "./board-layout.js";

/** The row of column heads; over the scales, their common axis. Pictures have no head for speech: rows say it in words. */
export function columnHeads(
  list: LaidOutList,
  layout: BoardLayout,
  { board, language, index, lastRuns }: Words,
): TemplateResult {
  return html`<div class="heads">
    <div class="row small muted" role="row" aria-rowindex="1">
      <span class="state" role="columnheader"><span class="spoken">${board.state}</span></span>
      <span class="what" role="columnheader">${board.feature}</span>
      <span class="figure" role="columnheader">${index}</span>
      <span class="scale" aria-hidden="true">${axis(list, layout, language)}</span>
      <span class="picture" aria-hidden="true">${board.distribution}</span>
      <span class="missing" role="columnheader">${board.missingColumn}</span>
      ${
        layout.importance === null
          ? nothing
          : html`<span class="importance" role="columnheader">${board.importance}</span>`
      }
      ${
        layout.sparkline === null
          ? nothing
          : html`<span class="line" aria-hidden="true">${lastRuns(layout.sparkline.slots)}</span>
              <span class="since" role="columnheader">${board.since}</span>`
      }
    </div>
  </div>`;
}

function axis({ thresholds }: LaidOutList, { highest }: BoardLayout, language: string): TemplateResult {
  const x = linear(0, highest, 0, 110);
  return html`<svg width="110" height="16">
    ${[thresholds.watch, thresholds.shifted].map(
      (limit) => svg`<text class="middle" x=${x(limit)} y="12">${formatIndex(limit, language)}</text>`,
    )}
    <text class="end" x="110" y="12">${formatIndex(highest, language).replace(/0$/, "")}</text>
  </svg>`;
}
