import { formatCount, sayFinding } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { figureTable } from "../feature-panel/figure-table.js";
import { figuresOf } from "../feature-panel/figures.js";
import { panelHeader } from "../feature-panel/panel-header.js";
import { formatWindow } from "../parts/format-window.js";
import { glyph } from "../parts/glyph.js";
import { localText } from "../parts/local-text.js";
import type { Words } from "../words/vocabulary.js";
import type { Comparison } from "./compare-runs.js";
import type { PictureSettings } from "./pictures.js";
import { runLabels } from "./run-labels.js";
import { swatch } from "./swatch.js";

/** How a comparison is shown, and what is reported. */
export interface CompareViewOptions {
  settings: PictureSettings;
  pictureFailed: boolean;
  words: Words;
  onSet: (settings: Partial<PictureSettings>) => void;
}

/** A comparison as the reader sees it: verdict and finding, which runs, pictures, figures. */
export function compareView(comparison: Comparison, options: CompareViewOptions): TemplateResult {
  const { against, current, base, pictures } = comparison;
  const { language, compare } = options.words;
  const labels = runLabels(current, base, language);
  const words: Words = { ...options.words, current: labels.current, reference: labels.base };
  const title = localText(against.title, language)?.text ?? against.feature;
  const heading = compare.label(title, labels.current, labels.base);
  const spoken =
    pictures.length === 1
      ? [
          `${heading}. ${against.drift === null ? "" : sayFinding(against.finding, language, { spoken: true })}`,
        ]
      : [labels.current, labels.base];
  return html`${against.drift === null ? incomparable(title, words) : panelHeader(against, null, words)}
    <div class="runs">
      <span class="run"
        >${swatch("filled")}${labels.current} <small>${rows(current.rows, words)}</small></span
      >
      <span class="run"
        >${swatch("outline")}${labels.base} <small>${rows(base.rows, words)}</small
        ><small class="base">${compare.base}</small></span
      >
    </div>
    <div class="columns two">
      <section>
        ${pictures.map(
          (_, i) =>
            html`${pictures.length === 1 ? nothing : html`<p class="small muted">${spoken[i]}</p>`}
              <div class="picture" part="chart" role="img" aria-label=${spoken[i] ?? ""}></div>`,
        )}
        ${options.pictureFailed ? html`<p class="small muted">${compare.noPicture}</p>` : nothing}
      </section>
      <section>
        ${figureTable(figuresOf(against, words), heading, true, words)}
        <p class="remark small muted">${remark(comparison, words)}</p>
      </section>
    </div>
    ${footer(options)}`;
}

function incomparable(title: string, { compare }: Words): TemplateResult {
  return html`<header>
    <div class="name"><h2>${title}</h2></div>
    <div class="verdict">
      <p class="badge unknown" part="badge">${glyph("unknown", 14)}<span>${compare.notComparable}</span></p>
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

function footer({ settings, words, onSet }: CompareViewOptions): TemplateResult {
  const { mode, logY } = settings;
  return html`<footer>
    <span>${words.compare.exact}</span>
    <span class="controls" part="controls">
      <button aria-pressed=${mode === "share"} @click=${() => onSet({ mode: "share" })}>
        ${words.share}
      </button>
      <button aria-pressed=${mode === "count"} @click=${() => onSet({ mode: "count" })}>
        ${words.count}
      </button>
      <button aria-pressed=${logY} @click=${() => onSet({ logY: !logY })}>${words.logarithmic}</button>
    </span>
  </footer>`;
}
