import { html, nothing, type TemplateResult } from "lit";
import type { ChartSettings } from "../feature-panel/chart-settings.js";
import type { Words } from "../words/vocabulary.js";
import type { Comparison } from "./compare-runs.js";

/** What the controls of a comparison show and do. */
export interface CompareFooterOptions {
  settings: ChartSettings;
  showsData: boolean;
  words: Words;
  onSet: (settings: Partial<ChartSettings>) => void;
  /** By a factor of the bins in view; null for the whole range. */
  onZoom: (factor: number | null) => void;
  onData: () => void;
}

/** Where the figures come from, and the quiet controls. */
export function compareFooter(
  { against, pictures }: Comparison,
  options: CompareFooterOptions,
): TemplateResult {
  const { settings, showsData, words, onSet, onZoom, onData } = options;
  const { mode, logY, zoom } = settings;
  const hasAxis = pictures.some(({ distribution }) => distribution.histogram !== null);
  return html`<footer>
    <span>${words.compare.exact}</span>
    <span class="controls" part="controls">
      ${toggle(words.share, mode === "share", () => onSet({ mode: "share" }))}
      ${toggle(words.count, mode === "count", () => onSet({ mode: "count" }))}
      ${hasAxis ? toggle(words.logarithmic, logY, () => onSet({ logY: !logY })) : nothing}
      ${zoom === null ? nothing : html`<button @click=${() => onZoom(null)}>${words.zoomReset}</button>`}
      ${against.drift === null ? nothing : toggle(words.dataTable, showsData, onData)}
    </span>
  </footer>`;
}

function toggle(label: string, on: boolean, act: () => void): TemplateResult {
  return html`<button aria-pressed=${on} @click=${act}>${label}</button>`;
}
