import { formatCount, formatWindow } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { dataTable } from "../feature-panel/data-table.js";
import { figureTable } from "../feature-panel/figure-table.js";
import { figuresOf } from "../feature-panel/figures.js";
import { panelHeader } from "../feature-panel/panel-header.js";
import { glyph } from "../parts/glyph.js";
import { localText } from "../parts/local-text.js";
import type { Words } from "../words/vocabulary.js";
import { type CompareFooterOptions, compareFooter } from "./compare-footer.js";
import type { Comparison } from "./compare-runs.js";
import type { SideNames } from "./pictures.js";
import { swatch } from "./swatch.js";

/** How a comparison is shown, and what is reported. */
export interface CompareViewOptions extends CompareFooterOptions {
  /** What the two runs are called; the base is the reference. */
  names: SideNames;
  pictureFailed: boolean;
}

/** A comparison as the reader sees it: verdict and finding, which runs, pictures, figures. */
export function compareView(comparison: Comparison, options: CompareViewOptions): TemplateResult {
  const { against, current, base, pictures } = comparison;
  const { names } = options;
  const words: Words = { ...options.words, ...names };
  const { language, compare } = words;
  const title = localText(against.title, language)?.text ?? against.feature;
  const caption = compare.label(title, names.current, names.reference);
  return html`${against.drift === null ? incomparable(title, against.feature, words) : panelHeader(against, null, words)}
    <div class="runs">
      <span class="run"
        >${swatch("filled")} ${names.current} <small>${rows(current.rows, words)}</small></span
      >
      <span class="run">
        ${swatch(pictures.length === 1 ? "outline" : "filled")} ${names.reference}
        <small>${rows(base.rows, words)}</small>
        <small class="base">${compare.base}</small>
      </span>
    </div>
    <div class="columns two" lang=${language}>
      <section>
        ${pictures.map(
          (_, i) =>
            html`${
                pictures.length === 1
                  ? nothing
                  : html`<p class="small muted">${i === 0 ? names.current : names.reference}</p>`
              }
              <div class="zone" part="chart">
                <div class="live"></div>
                <div class="brush" hidden></div>
                <div class="tip" hidden></div>
              </div>`,
        )}
        ${options.pictureFailed ? html`<p class="small muted">${compare.noPicture}</p>` : nothing}
      </section>
      <section>
        ${figureTable(figuresOf(against, words), caption, true, words)}
        <p class="remark small muted">${remark(comparison, words)}</p>
      </section>
    </div>
    ${
      options.showsData && against.drift !== null
        ? html`<div class="data" part="data" tabindex="0">${dataTable(against.drift, caption, words)}</div>`
        : nothing
    }
    ${compareFooter(comparison, options)}`;
}

function incomparable(title: string, feature: string, { compare }: Words): TemplateResult {
  return html`<header>
    <div class="name">
      <h2>${title}${title === feature ? nothing : html`<span class="technical">${feature}</span>`}</h2>
    </div>
    <div class="verdict">
      <p class="badge unknown" part="badge">${glyph("unknown", 14)} <span>${compare.notComparable}</span></p>
    </div>
    <p class="finding" part="finding">${compare.otherReference}</p>
  </header>`;
}

function rows(count: number, { n, language }: Words): string {
  return n(formatCount(count, language));
}

/** Why the index can be compared, or why there is no common picture. */
function remark({ against, current, pictures }: Comparison, { compare, language }: Words): string {
  if (pictures.length > 1) return compare.otherEdges;
  const { reference } = current;
  if (against.drift === null || reference === null) return "";
  return compare.comparable(reference.window ? formatWindow(reference.window, language) : reference.source);
}
