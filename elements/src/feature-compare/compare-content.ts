import { Task } from "@lit-labs/task";
import { html, type TemplateResult } from "lit";
import { resultOf } from "../controllers/result-of.js";
import type * as DataTable from "../feature-panel/tables/data-table.js";
import { printedAddress } from "../parts/printed-address.js";
import type { Words } from "../words/words.js";
import { compareControls, compareFooter } from "./compare-footer.js";
import { compareStyles } from "./compare-styles.js";
import { type CompareView, compareTools } from "./compare-tools.js";
import { compareHeader, compareView } from "./compare-view.js";
import { compareWords } from "./compare-words.js";
import type { LoadedRuns } from "./load-runs.js";
import { Pictures, type PicturesHost, type SideNames } from "./pictures.js";
import { FROZEN } from "./run-row.js";
import { type RunSelection, selectRuns } from "./select-runs.js";
import type * as SeveralRuns from "./several-runs.js";
import type { Measure } from "./views/histogram-picture.js";

/** What the reader chose, and what is reported. */
export interface CompareChoice {
  /** Name of the base's run; null for the first of the others. */
  base: string | null;
  view: CompareView | "";
  words: Words;
  onView: (view: CompareView) => void;
  onBase: (run: string) => void;
}

/** What a comparison shows of runs that are loaded. Views of several runs are fetched where one is shown. */
export class CompareContent {
  #host: PicturesHost;
  #pictures: Pictures;
  #settled: { asked: readonly unknown[]; selection: RunSelection } | null = null;
  #showsData = false;
  #showsSeveral = false;
  #measure: Measure = { mode: "share", logY: false };
  #several: Task<readonly [boolean], typeof SeveralRuns | null>;
  #table: Task<readonly [boolean], typeof DataTable | null>;

  constructor(host: PicturesHost) {
    this.#host = host;
    this.#pictures = new Pictures(host);
    host.adopt(compareStyles);
    this.#several = new Task(host, {
      autoRun: "afterUpdate",
      args: () => [this.#showsSeveral] as const,
      task: async ([shows]) => {
        if (!shows) return null;
        const module = await import("./several-runs.js");
        host.adopt(...module.severalStyles);
        return module;
      },
    });
    this.#table = new Task(host, {
      args: () => [this.#showsData] as const,
      task: async ([shows]) => (shows ? import("../feature-panel/tables/data-table.js") : null),
    });
  }

  /** The comparison of runs, as chosen. */
  render(runs: LoadedRuns, choice: CompareChoice): TemplateResult {
    const { words } = choice;
    const compare = compareWords(words);
    const selection = this.#selection(runs, choice);
    const { view, possible, baseName } = selection;
    this.#showsSeveral = view !== "overlay" || selection.curves.length !== 2;
    if (this.#showsSeveral) this.clear();
    return html`${compareHeader(selection.comparison, words, compare)}
    ${compareTools({
      view,
      possible,
      base: selection.base,
      baseName,
      presets: selection.presets,
      hasReference: runs.current.statistics.reference !== null,
      compare,
      onView: choice.onView,
      onBase: choice.onBase,
    })}
    ${this.#showsSeveral ? this.#runs(selection, choice) : this.#two(selection, words)}
    ${printedAddress(
      ...[selection.comparison.current.run, selection.base].flatMap((run) =>
        run === FROZEN ? [] : [words.run(run), runs.addressOf(run)],
      ),
    )}`;
  }

  /** Takes the pictures away, where no runs are shown. */
  clear(): void {
    this.#pictures.show([]);
  }

  #runs(selection: RunSelection, { words, onBase }: CompareChoice): TemplateResult {
    const module = resultOf(this.#several);
    if (module === null) return html`<p class="wait box" role="status" aria-busy="true">${words.loading}</p>`;
    const { rows, baseName, caption, nameOf } = selection;
    const compare = compareWords(words);
    return module.severalRuns(selection, {
      rows,
      baseName,
      caption,
      measure: this.#measure,
      words,
      compare,
      nameOf,
      onBase,
      onMeasure: (changed) => {
        this.#measure = { ...this.#measure, ...changed };
        this.#host.requestUpdate();
      },
    });
  }

  /** Settled anew only where something changed: pictures are drawn again where their documents are others. */
  #selection(runs: LoadedRuns, { base, view, words }: CompareChoice): RunSelection {
    const asked = [runs, base, view, words] as const;
    if (this.#settled === null || asked.some((each, i) => each !== this.#settled!.asked[i])) {
      const selection = selectRuns(runs, base, view, words, compareWords(words));
      this.#settled = { asked, selection };
    }
    return this.#settled.selection;
  }

  #two({ comparison, names, caption }: RunSelection, words: Words): TemplateResult {
    const compare = compareWords(words);
    const shortNames = { current: words.current, reference: compare.base };
    this.#pictures.show(
      comparison.pictures.map((documents, i) => ({
        documents,
        names: i === 0 ? names : baseAlone(names),
        shortNames: i === 0 ? shortNames : baseAlone(shortNames),
      })),
    );
    const showsData = this.#showsData;
    const controls = compareControls(comparison, {
      settings: this.#pictures.settings,
      showsData,
      words,
      onSet: (settings) => this.#pictures.set(settings),
      onZoom: (factor) => this.#pictures.zoom(factor),
      onData: () => {
        this.#showsData = !showsData;
        this.#host.requestUpdate();
      },
    });
    const pictureFailed = this.#pictures.hasFailed;
    return html`${compareView(comparison, { names, caption, pictureFailed, table: resultOf(this.#table), words, compare })}
    ${compareFooter(`${compare.exact} · ${words.unrounded}`, controls)}`;
  }
}

/** Names for a picture of the base alone, which stands there as the current run. */
function baseAlone({ reference }: SideNames): SideNames {
  return { current: reference, reference };
}
