import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatTime } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../words/vocabulary.js";
import type { ChartSettings } from "./chart-settings.js";
import type { DownloadFormat } from "./download.js";
import { panelWords } from "./panel-words.js";

/** What the controls show and do. */
export interface FooterOptions {
  statistics: StatisticsDocument;
  /** Null while there is no interactive chart to control. */
  settings: ChartSettings | null;
  /** Whether the chart has a numeric axis: to zoom, to count in logarithms. */
  hasAxis: boolean;
  showsData: boolean;
  words: Words;
  onSettings: (settings: Partial<ChartSettings>) => void;
  /** By a factor of the bins in view; null for the whole range. */
  onZoom: (factor: number | null) => void;
  onData: () => void;
  onDownload: (format: DownloadFormat) => void;
}

/** Where the figures come from, and the quiet controls. */
export function panelFooter(options: FooterOptions): TemplateResult {
  const { statistics, settings, showsData, words, onData, onDownload } = options;
  const { exact, download } = panelWords(words.language);
  const { run, createdAt, drift } = statistics;
  return html`<footer>
    <span>${exact} · ${words.run(run)} · ${formatTime(createdAt, words.language)}</span>
    <span class="controls" part="controls">
      ${settings === null ? nothing : chartControls(options, settings)}
      ${drift === null ? nothing : toggle(words.dataTable, showsData, onData)}
      <details class="download">
        <summary>${download}</summary>
        ${(settings === null ? (["JSON", "CSV"] as const) : (["PNG", "JSON", "CSV"] as const)).map(
          (format) => html`<button @click=${() => onDownload(format)}>${format}</button>`,
        )}
      </details>
    </span>
  </footer>`;
}

function toggle(label: string, on: boolean, act: () => void): TemplateResult {
  return html`<button aria-pressed=${on} @click=${act}>${label}</button>`;
}

function chartControls(
  { hasAxis, words, onSettings, onZoom }: FooterOptions,
  settings: ChartSettings,
): TemplateResult {
  const { mode, logY, zoom } = settings;
  return html`${toggle(words.share, mode === "share", () => onSettings({ mode: "share" }))}
  ${toggle(words.count, mode === "count", () => onSettings({ mode: "count" }))}
  ${
    hasAxis
      ? html`${toggle(words.logarithmic, logY, () => onSettings({ logY: !logY }))}
          <button aria-label=${words.zoomIn} title=${words.zoomIn} @click=${() => onZoom(0.5)}>+</button>
          <button
            aria-label=${words.zoomOut}
            title=${words.zoomOut}
            ?disabled=${zoom === null}
            @click=${() => onZoom(2)}
          >
            −
          </button>
          ${zoom === null ? nothing : html`<button @click=${() => onZoom(null)}>${words.zoomReset}</button>`}`
      : nothing
  }`;
}
