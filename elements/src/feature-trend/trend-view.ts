import { DEFAULT_LIMITS, type HistoryRow, type Limits, runTime } from "@featurescope/analyzer/artifact";
import { RHYTHM_RUNS } from "@featurescope/analyzer/drift";
import { Task } from "@lit-labs/task";
import { html, nothing, type TemplateResult } from "lit";
import { nameIn } from "../controllers/addresses.js";
import { resultOf } from "../controllers/result-of.js";
import { gatewayOf } from "../controllers/run-addresses.js";
import type { Overdue, Stale } from "../overdue/overdue.js";
import { renewalError } from "../parts/failed.js";
import { hasValuesAside } from "../parts/has-values-aside.js";
import { wordsFor } from "../words/words-for.js";
import type { Words } from "../words/words.js";
import { folderOfRun } from "./folder-of-run.js";
import type { TrendDocuments } from "./load-trend.js";
import { Ruler } from "./ruler.js";
import { type Span, LEAST, initialSpan, spanOfSame } from "./span.js";
import { trendCaption } from "./trend-caption.js";
import { RunSelectEvent, SpanSelectEvent } from "./trend-events.js";
import { trendFinding } from "./trend-finding.js";
import { trendFooter } from "./trend-footer.js";
import { trendHeader } from "./trend-header.js";
import type { TrendHost } from "./trend-host.js";
import { NARROW_BELOW } from "./trend-layout.js";
import { TrendPlot } from "./trend-plot.js";
import { type TrendRun, trendRuns } from "./trend-run.js";
import type * as TrendTable from "./trend-table.js";
import { type TrendWords, trendWords } from "./trend-words.js";

/** What is shown of a feature's history, and what the reader chose of it. */
export class TrendView {
  #host: TrendHost;
  #ruler: Ruler;
  #plot: TrendPlot;
  #documents: TrendDocuments | null = null;
  #runs: readonly TrendRun[] = [];
  /** The runs that the reader chose to see; null for those shown at first. */
  #span: Span | null = null;
  #selected: string | null = null;
  #showsData = false;
  #overdue: Task<readonly [boolean], Overdue | null>;
  #table: Task<readonly [boolean], typeof TrendTable | null>;

  constructor(host: TrendHost) {
    this.#host = host;
    this.#ruler = new Ruler(host);
    this.#plot = new TrendPlot(host, {
      onSelect: (run) => this.#select(run),
      onSpan: (span, isFinal) => this.#show(span, isFinal),
    });
    this.#overdue = new Task(host, {
      autoRun: "afterUpdate",
      args: () => [this.#runs.length >= RHYTHM_RUNS] as const,
      task: async ([wants]) => (wants ? new (await import("../overdue/overdue.js")).Overdue(host) : null),
    });
    this.#table = new Task(host, {
      autoRun: "afterUpdate",
      args: () => [this.#showsData || this.#runs.length === 1] as const,
      task: ([shows]) => (shows ? import("./trend-table.js") : null),
    });
  }

  /**
   * The trend of what was loaded.
   * @param failure why newer documents could not be had; undefined where they could
   */
  render(documents: TrendDocuments, failure: Error | undefined): TemplateResult {
    if (documents !== this.#documents) this.#take(documents);
    const words = this.#words();
    const own = trendWords(words);
    const { history, statistics } = documents;
    const runs = this.#runs;
    const rows = history?.rows ?? [];
    const finding =
      history === null
        ? own.noHistory
        : rows.length === 0
          ? own.noRuns
          : trendFinding(rows, statistics?.unit ?? null, words, own, this.#isOfAll);
    const stale = this.#staleness(rows, words);
    return html`<div class="ruler"></div>
      ${this.#host.updates.render(words)}
      ${trendHeader({ feature: this.#feature, statistics, rows, limits: this.#limits, finding, stale, words })}
      <div class=${stale === null ? "" : "stale"}>
        ${runs.length < LEAST ? this.#single(words, own) : this.#lanes(documents, words, own)}
      </div>
      ${failure === undefined ? nothing : renewalError(failure, words, () => void this.#host.reload())}`;
  }

  #staleness(rows: readonly HistoryRow[], words: Words): Stale | null {
    const newest = rows.at(-1);
    if (newest === undefined) return null;
    return resultOf(this.#overdue)?.of(rows.map(runTime), newest, words) ?? null;
  }

  #take(documents: TrendDocuments): void {
    const before = this.#documents?.history;
    const runs = trendRuns(documents.history?.rows ?? []);
    // A longer history of the same feature leaves in place what the reader chose.
    const isSame =
      before?.feature === documents.history?.feature && before?.pipeline === documents.history?.pipeline;
    this.#span = isSame && this.#span !== null ? spanOfSame(this.#span, this.#runs, runs) : null;
    if (!isSame) this.#selected = null;
    this.#documents = documents;
    this.#runs = runs;
    this.#plot.reset();
  }

  #words(): Words {
    return wordsFor(this.#host.surroundings.language, () => this.#host.requestUpdate());
  }

  get #feature(): string {
    const { history, statistics } = this.#documents!;
    return history?.feature ?? statistics?.feature ?? nameIn(this.#host.src);
  }

  get #limits(): Limits {
    return this.#documents?.statistics?.drift?.limits ?? DEFAULT_LIMITS;
  }

  /** Of the newest run, by which the same trend can be found again. */
  get #address(): string {
    const { src } = this.#host;
    const history = this.#documents?.history;
    return history && gatewayOf(src, document.baseURI)
      ? folderOfRun(src, history, this.#runs.at(-1)!.row.run)
      : "";
  }

  /** Whether frequent values stand aside in the feature's other figures. */
  get #isOfAll(): boolean {
    const statistics = this.#documents?.statistics ?? null;
    return statistics !== null && hasValuesAside(statistics);
  }

  get #isNarrow(): boolean {
    return this.#host.clientWidth < NARROW_BELOW;
  }

  #single(words: Words, own: TrendWords) {
    if (this.#runs.length === 0) return nothing;
    return html`<p class="muted">${own.oneRun}</p>
      ${this.#tableOf(this.#runs, words, own)}`;
  }

  #lanes({ statistics }: TrendDocuments, words: Words, own: TrendWords): TemplateResult {
    const runs = this.#runs;
    const isNarrow = this.#isNarrow;
    const span = this.#span ?? initialSpan(runs.length, isNarrow);
    const shared = { runs, span, isNarrow, words, own };
    return html`${trendCaption({ ...shared, isOfAll: this.#isOfAll })}
    ${this.#plot.render({
      ...shared,
      feature: this.#feature,
      statistics,
      limits: this.#limits,
      width: this.#ruler.width,
      selected: this.#selected,
    })}
    ${this.#showsData ? this.#tableOf(runs.slice(span.first, span.last + 1), words, own) : nothing}
    ${trendFooter({
      ...shared,
      showsData: this.#showsData,
      address: this.#address,
      onSpan: (chosen) => this.#show(chosen, true),
      onData: () => {
        this.#showsData = !this.#showsData;
        this.#host.requestUpdate();
      },
    })}`;
  }

  #tableOf(runs: readonly TrendRun[], words: Words, own: TrendWords) {
    const module = resultOf(this.#table);
    if (module === null) return nothing;
    const onSelect = (run: TrendRun): void => this.#select(run);
    return html`<div class="data" part="data" role="group" aria-label=${words.dataTable} tabindex="0">
      ${module.trendTable({ feature: this.#feature, runs, limits: this.#limits, words, own, onSelect })}
    </div>`;
  }

  /** @param span null for the runs that are shown at first */
  #show(span: Span | null, isFinal: boolean): void {
    this.#span = span;
    this.#host.requestUpdate();
    if (!isFinal) return;
    const { first, last } = span ?? initialSpan(this.#runs.length, this.#isNarrow);
    const [start, end] = [this.#runs[first]!.start, this.#runs[last]!.end];
    this.#host.dispatchEvent(new SpanSelectEvent(new Date(start).toISOString(), new Date(end).toISOString()));
  }

  #select({ row: { run } }: TrendRun): void {
    const history = this.#documents?.history;
    if (!history) return;
    this.#selected = run;
    this.#host.requestUpdate();
    const { feature, key } = history;
    const href = folderOfRun(this.#host.src, history, run);
    this.#host.dispatchEvent(new RunSelectEvent({ run, feature, key, href }));
  }
}
