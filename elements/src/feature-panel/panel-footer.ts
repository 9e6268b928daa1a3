import { type StatisticsDocument, isBroken } from "@featurescope/analyzer/artifact";
import { formatTime, formatValue } from "@featurescope/analyzer/drift";
import { type TemplateResult, html, nothing } from "lit";
import { printedAddress } from "../parts/printed-address.js";
import { toggle } from "../parts/toggle.js";
import type { Words } from "../words/words.js";
import type { ChartSettings } from "./chart/chart-settings.js";
import type { DownloadFormat } from "./chart/download.js";

const MODES = ["share", "count"] as const;

/** What a reader has unfolded. */
export interface Unfolded {
  data: boolean;
  downloads: boolean;
}

/** The chart that the controls change. */
interface ControlledChart {
  settings: ChartSettings;
  /** False until the interactive chart is there: the controls keep their places. */
  isLive: boolean;
  /** Whether it says shares, which can be counts: a sentence has none, and few rows are counted anyway. */
  hasShares: boolean;
  /** Whether there is a numeric axis: to zoom, to count in logarithms. */
  hasAxis: boolean;
  /** Whether there may be more levels than fit. */
  hasMoreLevels: boolean;
}

/** What the controls show and do. */
export interface FooterOptions {
  statistics: StatisticsDocument;
  /** Where the run is, for a reader on paper; null where that is not known. */
  address: URL | null;
  /** Null where there is nothing to draw. */
  chart: ControlledChart | null;
  unfolded: Unfolded;
  words: Words;
  onSettings: (settings: Partial<ChartSettings>) => void;
  /** By a factor of the bins in view; null for the whole range. */
  onZoom: (factor: number | null) => void;
  onUnfold: (unfolded: Partial<Unfolded>) => void;
  onDownload: (format: DownloadFormat) => void;
}

/** Where the figures come from, and the quiet controls. */
export function panelFooter(options: FooterOptions): TemplateResult {
  const { statistics, address, chart, unfolded, words, onUnfold } = options;
  const { exact, within, download } = words.panel;
  const { run, createdAt, drift, quantileError, status } = statistics;
  const origin = [
    // A broken column has no figures to be exact.
    !isBroken(status) && (quantileError ? within(formatValue(quantileError, words.language)) : exact),
    words.run(run),
    formatTime(createdAt, words.language),
    drift && words.unrounded,
  ];
  const { data, downloads } = unfolded;
  return html`<footer>
    <span>${origin.filter(Boolean).join(" · ")}</span>
    ${address && printedAddress(address.href)}
    <span class="controls" part="controls">
      ${chart && chartControls(options, chart)}
      ${drift === null && !chart?.isLive ? nothing : toggle(words.dataTable, data, () => onUnfold({ data: !data }))}
      <button aria-expanded=${downloads} @click=${() => onUnfold({ downloads: !downloads })}>
        ${download}
      </button>
      ${downloads ? downloadButtons(options) : nothing}
    </span>
  </footer>`;
}

function chartControls(options: FooterOptions, chart: ControlledChart): TemplateResult {
  const { words, onSettings } = options;
  const { mode, logY, allLevels } = chart.settings;
  const off = !chart.isLive;
  return html`${(chart.hasShares ? MODES : []).map((each) =>
    toggle(words[each], mode === each, () => onSettings({ mode: each }), off),
  )}
  ${
    chart.hasMoreLevels
      ? toggle(words.allLevels, allLevels, () => onSettings({ allLevels: !allLevels }), off)
      : nothing
  }
  ${
    chart.hasAxis
      ? html`${toggle(words.logarithmic, logY, () => onSettings({ logY: !logY }), off)}
        ${zoomControls(options, chart)}`
      : nothing
  }`;
}

function zoomControls(
  { words, onZoom }: FooterOptions,
  { settings, isLive }: ControlledChart,
): TemplateResult {
  const isWhole = settings.zoom === null;
  // A button that were disabled by its own click would lose the focus.
  const button = (sign: string, label: string, factor: number | null, idle: boolean): TemplateResult =>
    html`<button title=${label} ?disabled=${!isLive} aria-disabled=${idle} @click=${() => onZoom(factor)}>
      <span aria-hidden="true">${sign}</span>
    </button>`;
  return html`${button("+", words.zoomIn, 0.5, false)} ${button("−", words.zoomOut, 2, isWhole)}
  ${button("1:1", words.zoomReset, null, isWhole)}`;
}

function downloadButtons({ chart, onDownload }: FooterOptions): TemplateResult[] {
  const formats: DownloadFormat[] = [...(chart?.isLive ? (["PNG", "SVG"] as const) : []), "JSON", "CSV"];
  return formats.map((format) => html`<button @click=${() => onDownload(format)}>${format}</button>`);
}
