import type { Words } from "../words/words.js";

/** Words that only the comparison needs, beside those of all elements. */
export interface CompareWords {
  /** Marks the run that the others are compared with. */
  base: string;
  label: (feature: string, current: string, base: string) => string;
  labelOfRuns: (feature: string, runs: number, base: string) => string;
  comparable: (reference: string) => string;
  /** Which parts of a verdict two runs have none of. */
  unjudged: (parts: string) => string;
  notComparable: string;
  /** Why there is no index. */
  otherReference: string;
  /** Why there are two pictures. */
  otherEdges: string;
  exact: string;
  /** What the buttons of `views` choose. */
  view: string;
  views: { overlay: string; rows: string; heat: string; ecdf: string };
  previous: string;
  lastWeek: string;
  frozen: string;
  pinned: (run: string) => string;
  notInHistory: string;
  since: (state: string, run: string) => string;
  window: string;
  median: (value: string) => string;
  /** What the height of bars says, in rows of bins and of levels, and where several outlines lie over the bars of one run. */
  heights: Record<"share" | "count", { bin: string; level: string; alone: string }>;
  quantiles: string;
  againstBase: string;
  fewer: string;
  more: (base: string) => string;
  cumulative: string;
  inTimeOrder: (runs: number) => string;
  points: string;
  /** At most so many runs lie over each other; the others are in rows and heat. */
  drawnOf: (drawn: number, runs: number) => string;
}

const en: CompareWords = {
  base: "base",
  label: (feature, current, base) => `${feature}, ${current} against ${base}`,
  labelOfRuns: (feature, runs, base) => `${feature}, ${runs} runs against ${base}`,
  comparable: (reference) => `Same frozen edges (${reference}): the index is comparable.`,
  unjudged: (parts) => `Judged against the reference only: ${parts}.`,
  notComparable: "index not comparable",
  otherReference: "The runs have different references, so their bins differ.",
  otherEdges: "Each is drawn by itself: they have no display edges in common.",
  exact: "exact counts in frozen bins",
  view: "view",
  views: { overlay: "overlay", rows: "rows", heat: "heat", ecdf: "ECDF" },
  previous: "previous run",
  lastWeek: "same time last week",
  frozen: "frozen reference",
  pinned: (run) => `pinned: ${run}`,
  notInHistory: "no such run in the history",
  since: (state, run) => `${state} since ${run}.`,
  window: "window",
  median: (value) => `median\u00a0${value}`,
  heights: {
    share: {
      bin: "share per bin; outline: base",
      level: "share per level; ticks: base",
      alone: "share per bin",
    },
    count: {
      bin: "rows per bin; outline: base",
      level: "rows per level; ticks: base",
      alone: "rows per bin",
    },
  },
  quantiles: "p5 · p25 · median · p75 · p95",
  againstBase: "PSI against the base",
  fewer: "fewer",
  more: (base) => `more than in ${base}, pp; blank: within noise`,
  cumulative: "share of rows with a value up to here",
  inTimeOrder: (runs) => `${runs} runs in time order`,
  points: "Δ pp",
  drawnOf: (drawn, runs) => `${drawn} of ${runs} runs drawn`,
};

/** Words of the comparison in the language of all others. */
export function compareWords({ late }: Words): CompareWords {
  return late?.compare ?? en;
}
