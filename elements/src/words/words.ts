import type { ChartWords } from "../feature-chart/chart-words.js";
import type { CompareWords } from "../feature-compare/compare-words.js";
import type { LiveWords } from "../feature-panel/chart/live-words.js";
import type { PanelWords } from "../feature-panel/panel-words.js";
import type { TrendWords } from "../feature-trend/trend-words.js";
import type { UpdateWords } from "../live/update-words.js";
import type { OverdueWords } from "../overdue/overdue-words.js";
import type { State } from "../parts/state.js";

/**
 * Every word that the elements show beside what the drift module says, in one language. Sentences take figures that are
 * already written out, so that a language orders them as it likes.
 */
export interface Words {
  /** Only the panel needs these. */
  panel: PanelWords;
  /** BCP 47 tag of these words, for the `lang` attribute of what shows them and for writing numbers. */
  language: "en" | "zh-Hans";
  states: Record<State, string>;
  /** Population stability index, as short as a badge needs it. */
  index: string;
  current: string;
  reference: string;
  difference: string;
  /** Why a difference may not be that of the two figures beside it. */
  unrounded: string;
  missing: string;
  /** Rows whose level the reference lacks. */
  unseen: string;
  /** Rows beyond the reference's least or greatest value. */
  beyond: string;
  /** Rows that crowd at one value. */
  heaped: string;
  /** Points in time that are not renewed. */
  stale: string;
  rows: string;
  median: string;
  mean: string;
  std: string;
  min: string;
  max: string;
  /** Heading of figures over all values, and over those that are no points. */
  allValues: string;
  withoutPoints: (points: string) => string;
  distinct: string;
  topShare: string;
  trueShare: string;
  n: (count: string) => string;
  noise: (bound: string) => string;
  usual: (range: string) => string;
  versus: (current: string, reference: string) => string;
  loading: string;
  retry: string;
  details: string;
  /** Says in one sentence why nothing could be loaded, by the code of the failure. */
  failure: (code: string) => string;
  nothingToCompare: string;
  notDrawn: string;
  everyValue: (value: string) => string;
  run: (id: string) => string;
  share: string;
  count: string;
  logarithmic: string;
  dataTable: string;
  allLevels: string;
  zoomIn: string;
  zoomOut: string;
  zoomReset: string;
  lastRuns: (count: number) => string;
  usualBand: string;
  bin: string;
  infinite: string;
  other: string;
  contribution: string;
  total: string;
  board: BoardWords;
  /** What is said by code that comes late. English comes with that code, and is null here; every other language is in one file. */
  late: LateWords | null;
}

interface LateWords {
  chart: ChartWords;
  compare: CompareWords;
  live: LiveWords;
  overdue: OverdueWords;
  trend: TrendWords;
  update: UpdateWords;
}

/** Words of `<feature-board>`. */
interface BoardWords {
  features: (count: string) => string;
  /** Between counts of a list, and after its last. */
  comma: string;
  semicolon: string;
  /** What stands before and after the number of features that are above their noise. */
  aboveNoise: (total: string, expected: string) => readonly [before: string, after: string];
  all: string;
  filter: string;
  /** Names a filter and how many features it leaves: `filter: watch 12`. */
  filterBy: (state: string, count: string) => string;
  search: string;
  feature: string;
  distribution: string;
  missingColumn: string;
  /** Whether {@link missingColumn} carries the unit of its figures. */
  pointsInHead: boolean;
  importance: string;
  since: string;
  thisRun: string;
  /** @param open whether the state holds in all runs that are known, and so in at least this many */
  runs: (count: number, open: boolean) => string;
  ranked: string;
  rankedByDrift: string;
  shown: (count: string, total: string) => string;
  noMatch: string;
  noFeatures: string;
  orderOf: (time: string, changed: number) => string;
  rerank: string;
  state: string;
  label: string;
}
