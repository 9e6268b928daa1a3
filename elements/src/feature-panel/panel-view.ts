import {
  type HistoryRow,
  type StatisticsDocument,
  decodeHistory,
  decodeStatistics,
  isBroken,
  runTime,
} from "@featurescope/analyzer/artifact";
import { chartFormOf } from "@featurescope/analyzer/chart";
import {
  RHYTHM_RUNS,
  formatCount,
  formatWindow,
  speakVerdict,
  type UsualRange,
  usualRange,
} from "@featurescope/analyzer/drift";
import { Task, TaskStatus } from "@lit-labs/task";
import { type TemplateResult, html, nothing } from "lit";
import { folderOf, nameIn } from "../controllers/addresses.js";
import { LateModule } from "../controllers/late-module.js";
import { LoadError } from "../controllers/load-error.js";
import { loadHistory, rowsUntil } from "../controllers/load-feature.js";
import { resultOf } from "../controllers/result-of.js";
import type { Overdue } from "../overdue/overdue.js";
import { renewalError } from "../parts/failed.js";
import { localText } from "../parts/local-text.js";
import { remembered } from "../parts/remembered.js";
import { wordsFor } from "../words/words-for.js";
import { type Words } from "../words/words.js";
import type { Attempts } from "./attempts.js";
import { ChartZone } from "./chart/chart-zone.js";
import type { NearFeature } from "./nearest-features.js";
import { panelError } from "./panel-error.js";
import { type Unfolded, panelFooter } from "./panel-footer.js";
import { panelHeader } from "./panel-header.js";
import type { PanelHost } from "./panel-host.js";
import { panelRemarks } from "./panel-remarks.js";
import type * as Recovery from "./recovery.js";
import type * as DataTable from "./tables/data-table.js";
import type * as DrawnTable from "./tables/drawn-table.js";
import { figureTable } from "./tables/figure-table.js";
import { figuresOf } from "./tables/figures.js";
import { trend } from "./trend.js";

export { decodeStatistics };
export { preparations } from "./preparations.js";

/** Width of the column of figures beside the chart. */
const FIGURES = 292;
const NONE: readonly HistoryRow[] = [];
/** Width of a panel from which the two stand side by side; the styles say the same. */
const TWO_COLUMNS = 760;

const recoveryModule = new LateModule(() => import("./recovery.js"));

/** What a panel shows of a feature, top to bottom, and what it loads for that beside the first document. */
export class PanelView {
  #host: PanelHost;
  #zone: ChartZone;
  #history: Task<readonly unknown[], readonly HistoryRow[]>;
  #overdue: Task<readonly [boolean], Overdue | null>;
  #table: Task<readonly [boolean, boolean], typeof DataTable | typeof DrawnTable | null>;
  #nearest: Task<readonly [typeof Recovery | null, boolean, string], readonly NearFeature[]>;
  #attempts: Attempts | null = null;
  #unfolded: Unfolded = { data: false, downloads: false };
  #usualOf = remembered(usualRange);
  #speakOf = remembered(speakVerdict);
  #headerOf = remembered(panelHeader);
  #sidesOf = remembered(sides);
  #figuresOf = remembered(figures);
  #trendOf = remembered(trend);

  constructor(host: PanelHost) {
    this.#host = host;
    // At hand before it is wanted: a server that is away would not give it.
    recoveryModule.ask(() => undefined);
    this.#zone = new ChartZone(host);
    this.#nearest = new Task(host, {
      args: () => [recoveryModule.now, isUnknown(host.updates.failure), host.src] as const,
      task: ([recovery, isWanted, src], { signal }) =>
        recovery !== null && isWanted
          ? recovery.nearestFeatures(folderOf(src, document.baseURI), nameIn(src), signal)
          : [],
    });
    this.#history = new Task(host, {
      // Taken out of the page, it asks for nothing more.
      args: () => [host.loaded, host.isConnected],
      task: async (_, { signal }) => {
        const { loaded } = host;
        if (loaded === null) return [];
        if (loaded === host.beside?.loaded && host.beside.rows !== null) return host.beside.rows;
        const { inHand, document } = loaded;
        if (inHand === undefined) return host.isConnected ? loadHistory(loaded, signal) : this.#rows;
        return inHand.history === undefined ? [] : rowsUntil(decodeHistory(inHand.history).rows, document);
      },
      onError: () => host.updates.fail(),
    });
    this.#overdue = new Task(host, {
      args: () => [this.#rows.length >= RHYTHM_RUNS] as const,
      task: async ([wants]) => (wants ? new (await import("../overdue/overdue.js")).Overdue(host) : null),
    });
    this.#table = new Task(host, {
      args: () => [this.#unfolded.data, host.loaded?.document.drift === null] as const,
      task: async ([shows, isAlone]) =>
        shows
          ? isAlone
            ? await import("./tables/drawn-table.js")
            : await import("./tables/data-table.js")
          : null,
    });
  }

  /** The panel of a feature. */
  render(statistics: StatisticsDocument): TemplateResult {
    this.#attempts?.end();
    const words = this.#words();
    const { status } = statistics;
    // Where the column itself is broken there are no figures to be trusted, and no axis that both sides share.
    const broken = isBroken(status);
    const stale = resultOf(this.#overdue)?.of(this.#rows.map(runTime), statistics, words) ?? null;
    const chart = broken ? nothing : this.#zone.render(this.speak(statistics), words);
    return html`${this.#host.updates.render(words)} ${this.#headerOf(statistics, this.#usual, stale, words)}
      ${panelRemarks(statistics, words)}
      <div class="columns ${chart === nothing ? "" : "two"} ${stale === null ? "" : "stale"}">
        ${chart === nothing ? nothing : html`<section>${this.#sidesOf(statistics, words)}${chart}</section>`}
        ${broken ? nothing : html`<section>${this.#figuresOf(statistics, words)} ${this.#trend(statistics, words)}</section>`}
      </div>
      ${this.#data(statistics, words)} ${this.#renewal(words)}
      ${this.#footer(statistics, chart !== nothing, words)}`;
  }

  /** A panel that has nothing to show. */
  renderError(name: string, error: unknown): TemplateResult {
    const recovery = recoveryModule.ask(() => this.#host.requestUpdate());
    if (recovery !== null && this.#attempts === null) {
      this.#host.adopt(recovery.nearestStyles);
      this.#attempts = new recovery.Attempts(this.#host, () => this.#host.reload());
    }
    return panelError(name, error, {
      attempts: this.#attempts?.after(error) ?? null,
      nearest: resultOf(this.#nearest) ?? [],
      words: this.#words(),
      onRetry: () => this.#host.reload(),
      onSource: (src) => (this.#host.src = src),
    });
  }

  /** Language of the words that are shown, for a `lang` attribute. */
  get language(): string {
    return this.#words().language;
  }

  /** The whole panel in a sentence or two, for the ear. */
  speak(statistics: StatisticsDocument): string {
    const { language } = this;
    return this.#speakOf(statistics, language, localText(statistics.title, language)?.text ?? null);
  }

  #words(): Words {
    return wordsFor(this.#host.surroundings.language, () => this.#host.requestUpdate());
  }

  get #rows(): readonly HistoryRow[] {
    return resultOf(this.#history) ?? NONE;
  }

  get #usual(): UsualRange | null {
    return this.#usualOf(this.#rows);
  }

  #trend(statistics: StatisticsDocument, words: Words) {
    if (this.#history.status === TaskStatus.PENDING) return html`<div class="trend room"></div>`;
    const isOneColumn = this.#zone.hostWidth < TWO_COLUMNS;
    const width = isOneColumn ? this.#zone.width || FIGURES : FIGURES;
    return this.#trendOf(statistics, this.#rows, this.#usual, width, words);
  }

  #data(statistics: StatisticsDocument, words: Words) {
    const table = this.#unfolded.data && resultOf(this.#table);
    return table ? table.tableOf(statistics, this.#zone.documents, words) : nothing;
  }

  #renewal(words: Words) {
    const { failure } = this.#host.updates;
    return failure === undefined ? nothing : renewalError(failure, words, () => this.#host.reload());
  }

  #footer(statistics: StatisticsDocument, hasChart: boolean, words: Words): TemplateResult {
    const { documents, live, settings } = this.#zone;
    const form = chartFormOf(statistics);
    const hasAxis = form === "histogram";
    const hasShares = form !== "sentence" && form !== "dots";
    const hasMoreLevels = form === "levels" && (statistics.distinct ?? 0) > this.#zone.levelsThatFit;
    const { loaded } = this.#host;
    return panelFooter({
      statistics,
      address: loaded === null || loaded.inHand !== undefined ? null : loaded.folder,
      chart: hasChart ? { settings, isLive: live !== null, hasShares, hasAxis, hasMoreLevels } : null,
      unfolded: this.#unfolded,
      words,
      onSettings: (changed) => this.#zone.set(changed),
      onZoom: (factor) => live?.zoom(factor),
      onUnfold: (changed) => {
        this.#unfolded = { ...this.#unfolded, ...changed };
        this.#host.requestUpdate();
      },
      onDownload: (format) => {
        void import("./chart/download.js").then(({ download }) =>
          download(format, { statistics, documents, live }),
        );
      },
    });
  }
}

/** Whether the run lacks the feature that was asked for: then others may have been meant. */
function isUnknown(failure: unknown): boolean {
  return failure instanceof LoadError && ["unknown-feature", "not-found"].includes(failure.code);
}

/** All figures, with those of the reference. */
function figures(statistics: StatisticsDocument, words: Words): TemplateResult {
  const caption = words.panel.figures(statistics.feature);
  return figureTable(figuresOf(statistics, words), caption, statistics.reference !== null, words);
}

/** Both sides: which rows, and how many. */
function sides({ window, rows, reference, source }: StatisticsDocument, words: Words): TemplateResult {
  const { language } = words;
  const side = (span: StatisticsDocument["window"], otherwise: string, count: number): string =>
    `${span === null ? otherwise : formatWindow(span, language)}, ${words.n(formatCount(count, language))}`;
  return html`<p class="sides">
    <b class="current">${words.current}</b> ${side(window, source, rows)}${
      reference &&
      html` ·
        <b class="reference">${words.reference}</b>
        ${side(reference.window, reference.source, reference.rows)}`
    }
  </p>`;
}
