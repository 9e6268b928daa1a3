import { html, nothing, type TemplateResult } from "lit";
import type { ChartSettings } from "../feature-panel/chart/chart-settings.js";
import { toggle } from "../parts/toggle.js";
import type { Words } from "../words/words.js";
import type { Comparison } from "./compare-with.js";
import type { Measure } from "./views/histogram-picture.js";

/** What the controls of a comparison of two show and do. */
export interface CompareControls {
  settings: ChartSettings;
  showsData: boolean;
  words: Words;
  onSet: (settings: Partial<ChartSettings>) => void;
  /** By a factor of the bins in view; null for the whole range. */
  onZoom: (factor: number | null) => void;
  onData: () => void;
}

/** Where the figures come from, and beside it the quiet controls. */
export function compareFooter(provenance: string, controls: unknown = nothing): TemplateResult {
  return html`<footer>
    <span>${provenance}</span>
    <span class="controls" part="controls">${controls}</span>
  </footer>`;
}

/** Controls of the interactive picture of two. */
export function compareControls(
  { against, pictures }: Comparison,
  { settings, showsData, words, onSet, onZoom, onData }: CompareControls,
): TemplateResult {
  const { mode, logY, zoom } = settings;
  const hasAxis = pictures.some(({ distribution }) => distribution.histogram !== null);
  return html`${measureControls({ mode, logY }, hasAxis, words, onSet)}
  ${
    hasAxis
      ? html`<button aria-disabled=${zoom === null} @click=${() => onZoom(null)}>${words.zoomReset}</button>`
      : nothing
  }
  ${against.drift === null ? nothing : toggle(words.dataTable, showsData, onData)}`;
}

/** What the height of bars says: shares or rows and, where they stand on an axis, whether in logarithms. */
export function measureControls(
  { mode, logY }: Measure,
  hasAxis: boolean,
  words: Words,
  onSet: (changed: Partial<Measure>) => void,
): TemplateResult {
  return html`${toggle(words.share, mode === "share", () => onSet({ mode: "share" }))}
  ${toggle(words.count, mode === "count", () => onSet({ mode: "count" }))}
  ${hasAxis ? toggle(words.logarithmic, logY, () => onSet({ logY: !logY })) : nothing}`;
}
