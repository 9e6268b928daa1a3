import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { localText } from "../parts/local-text.js";
import type { Words } from "../words/words.js";
import { type CompareView, possibleViews } from "./compare-tools.js";
import { type Comparison, compareWith } from "./compare-with.js";
import type { CompareWords } from "./compare-words.js";
import type { LoadedRuns } from "./load-runs.js";
import type { SideNames } from "./pictures.js";
import { type Presets, presetsOf } from "./presets.js";
import { runLabels } from "./run-labels.js";
import { FROZEN, type RunRow, runRows } from "./run-row.js";
import { currentSide, referenceSide } from "./run-side.js";
import type { Curve } from "./views/curves-view.js";

/** Of more runs than this no curve can be told from another. */
const MOST_CURVES = 4;

/** The runs as they are to be shown: which is the base, what is laid over what, what all are called. */
export interface RunSelection {
  view: CompareView;
  possible: readonly CompareView[];
  /** A run's id, or {@link FROZEN}. */
  base: string;
  baseName: string;
  presets: Presets | null;
  /** In time order. */
  rows: readonly RunRow[];
  /** The run looked at, beside the base. */
  comparison: Comparison;
  names: SideNames;
  /** At most {@link MOST_CURVES}, the run looked at first, then the base. */
  curves: readonly Curve[];
  nameOf: (run: string) => string;
  caption: string;
}

/**
 * Settles what is shown.
 * @param pinned a run's id or {@link FROZEN} as the reader chose; null for the first of the others. Its documents may be on their way
 * @param asked empty for what suits the number of runs
 */
export function selectRuns(
  { current, others, history }: LoadedRuns,
  pinned: string | null,
  asked: CompareView | "",
  words: Words,
  compare: CompareWords,
): RunSelection {
  const runs = [current, ...others];
  const isKnown = pinned === FROZEN || runs.some(({ statistics }) => statistics.run === pinned);
  const base = isKnown && pinned !== null ? pinned : (others[0]?.statistics.run ?? FROZEN);
  const rows = runRows(runs, base);
  const baseRun = rows.find(({ isBase }) => isBase)?.documents ?? null;
  // Where the run looked at is the base itself, the newest other stands against it.
  const first =
    baseRun === current ? (rows.findLast(({ isBase }) => !isBase)?.documents ?? current) : current;
  const labels = runLabels(
    runs.map(({ statistics }) => statistics),
    words.language,
  );
  const nameOf = (run: string): string => labels.get(run) ?? compare.frozen;
  const sides = runs.length + (baseRun === null && current.statistics.reference !== null ? 1 : 0);
  const possible = possibleViews(
    sides,
    runs.some(({ distribution }) => distribution.histogram !== null),
  );
  const suited = asked === "" ? (sides > 2 ? "rows" : "overlay") : asked;
  const view = possible.includes(suited) ? suited : "overlay";
  const names = { current: nameOf(first.statistics.run), reference: nameOf(base) };
  const shown = { view, rows, names, nameOf };
  const { title, feature } = current.statistics;
  const spoken = localText(title, words.language)?.text ?? feature;
  return {
    ...shown,
    possible,
    base,
    baseName: names.reference,
    presets: history.length > 0 ? presetsOf(history, current.statistics) : null,
    comparison: compareWith(first, baseRun),
    curves: curvesOf(first, baseRun, shown),
    caption:
      runs.length > 2
        ? compare.labelOfRuns(spoken, runs.length, names.reference)
        : compare.label(spoken, names.current, names.reference),
  };
}

/** More than four cannot be told apart: an overlay is then of the first and the base, curves of the newest. */
function curvesOf(
  first: ChartDocuments,
  base: ChartDocuments | null,
  { view, rows, names, nameOf }: Pick<RunSelection, "view" | "rows" | "names" | "nameOf">,
): Curve[] {
  const baseSide = base === null ? referenceSide(first) : currentSide(base);
  const others = rows.filter(({ documents }) => documents !== first && documents !== base);
  const chosen = [
    { name: names.current, side: currentSide(first) },
    ...(baseSide === null ? [] : [{ name: names.reference, side: baseSide }]),
  ];
  const room = MOST_CURVES - chosen.length;
  if (view === "overlay" && others.length > room) return chosen;
  const more = others
    .slice(-room)
    .map(({ documents, side }) => ({ name: nameOf(documents.statistics.run), side }));
  return [...chosen, ...more];
}
