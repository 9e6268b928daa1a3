import { formatCount, formatWindow } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { panelHeader } from "../feature-panel/panel-header.js";
import type * as DataTable from "../feature-panel/tables/data-table.js";
import { figureTable } from "../feature-panel/tables/figure-table.js";
import { figuresOf } from "../feature-panel/tables/figures.js";
import { heading } from "../parts/heading.js";
import { plainBadge } from "../parts/plain-badge.js";
import type { Words } from "../words/words.js";
import type { Comparison } from "./compare-with.js";
import type { CompareWords } from "./compare-words.js";
import type { SideNames } from "./pictures.js";
import { unjudged } from "./unjudged.js";
import { swatch } from "./views/swatch.js";

/** How a comparison of two is shown. */
export interface CompareViewOptions {
  /** What the two are called; the base is the reference. */
  names: SideNames;
  /** Spoken name of the tables. */
  caption: string;
  pictureFailed: boolean;
  /** Draws the table of bins; null where that is not shown. */
  table: typeof DataTable | null;
  words: Words;
  compare: CompareWords;
}

/** Name, verdict and finding of a run against its base; where there is no index, why. */
export function compareHeader({ against }: Comparison, words: Words, compare: CompareWords): TemplateResult {
  if (against.drift !== null || against.reference === null) return panelHeader(against, null, null, words);
  return html`<header>
    <div class="name">${heading(against, words.language)}</div>
    <div class="verdict">${plainBadge("unknown", compare.notComparable)}</div>
    <p class="finding" part="finding">${compare.otherReference}</p>
  </header>`;
}

/** Two over one axis: which runs, pictures, figures. */
export function compareView(comparison: Comparison, options: CompareViewOptions): TemplateResult {
  const { against, current, baseRows, pictures } = comparison;
  const { names, caption, compare } = options;
  const words: Words = { ...options.words, ...names };
  const n = (count: number): string => words.n(formatCount(count, words.language));
  return html`<div class="runs">
      <span class="run">${swatch("filled")} ${names.current} <small>${n(current.rows)}</small></span>
      <span class="run">
        ${swatch(pictures.length === 1 ? "outline" : "filled")} ${names.reference}
        <small>${n(baseRows)}</small>
        <small class="base">${compare.base}</small>
      </span>
    </div>
    <div class="columns two" lang=${words.language}>
      <section>
        ${pictures.map(
          (_, i) =>
            html`${
                pictures.length === 1
                  ? nothing
                  : html`<p class="small muted">${i === 0 ? names.current : names.reference}</p>`
              }
              <div class="zone" part="chart">
                <div class="width"></div>
                <div class="live"></div>
                <div class="brush" hidden></div>
                <div class="tip" hidden></div>
              </div>`,
        )}
        ${options.pictureFailed ? html`<p class="small muted">${words.panel.noPicture}</p>` : nothing}
      </section>
      <section>
        ${figureTable(figuresOf(against, words), caption, true, words)}
        <p class="remark small muted">${remark(comparison, words, compare)}</p>
      </section>
    </div>
    ${options.table?.tableOf({ ...against, feature: caption }, null, words)}`;
}

/** Why the index can be compared, or why there is no common picture. */
function remark({ against, current, pictures }: Comparison, words: Words, compare: CompareWords): string {
  if (pictures.length > 1) return compare.otherEdges;
  const { reference } = current;
  if (against.drift === null || reference === null || against === current) return "";
  const edges = compare.comparable(
    reference.window ? formatWindow(reference.window, words.language) : reference.source,
  );
  return `${edges} ${unjudged([{ own: current.drift?.verdicts, told: against.drift.verdicts }], words, compare)}`;
}
