import type { Kind, PartVerdicts, Verdict } from "../../artifact/index.js";

/** A power by which values are divided when they are shown: 16,400 → "16.4 k" or "1.64万". */
export interface ValueScale {
  divisor: number;
  /** As written after the number, with its no-break space where the language sets one; empty for 1. */
  written: string;
  /** As spoken after the number; empty for 1. */
  spoken: string;
  /** Decimals of numbers from 1 to 100 on this scale. */
  decimals: number;
}

/** How figures are put, written or spoken. All arguments are formatted already. Spaces in written texts are no-break spaces. */
interface Notation {
  /** After a share in percent. */
  percent: string;
  /** After a difference of shares in percentage points. */
  points: string;
  atLeast: (value: string) => string;
  atMost: (value: string) => string;
  below: (value: string) => string;
  /**
   * From one figure to another; `suffix` is what both have in common (scale, per cent sign); `apart` where one is more than ten
   * times the other.
   */
  change: (from: string, to: string, suffix: string, apart?: boolean) => string;
}

/** All words of drift in one language. A further language is one more file of this shape, listed in `chart/words/add-every-language.ts`. */
export interface DriftWords {
  /** BCP 47 tag handed to `Intl`. */
  locale: string;
  /** Greatest divisor first. */
  scales: readonly ValueScale[];
  written: Notation;
  spoken: Notation;
  verdicts: Record<Verdict | "broken", string>;
  /** What a kind is called beside the other: "Numbers in the reference, text now". */
  kinds: Record<Kind, string>;
  /** End of a sentence, and what stands between two. */
  stop: string;
  gap: string;
  /** Between two clauses, two parts of a clause, and a word and what it introduces. */
  semicolon: string;
  comma: string;
  colon: string;
  /** A word as it stands at the head of a sentence. */
  capital: (word: string) => string;

  /** What is left out of a median: `null` for several frequent values, else the one value, formatted, and whether it is 0. */
  aside: (value: string | null, zero: boolean) => string;
  higher: (aside: string, change: string) => string;
  lower: (aside: string, change: string) => string;
  wider: (aside: string, change: string) => string;
  narrower: (aside: string, change: string) => string;
  reshaped: string;
  more: (part: string, change: string) => string;
  less: (part: string, change: string) => string;
  /** `was` is null in the short form; `others` counts further levels that are gone. */
  gone: (level: string, was: string | null, others: number) => string;
  /** `share` is null in the short form; `others` counts further new levels. */
  appeared: (level: string, share: string | null, others: number) => string;
  missing: (change: string) => string;
  restAsBefore: string;
  restMoved: string;
  restTooFewRows: string;
  unseen: (share: string, expected: string) => string;
  /** `value` is the least of all current ones, and below the reference's least. */
  belowReference: (share: string, value: string) => string;
  aboveReference: (share: string, value: string) => string;
  /** Within noise, or no more than chance among so many features. */
  asBefore: string;
  /** Beyond noise, yet not beyond a limit. */
  withinLimits: string;
  /** `calm` is one of the two. */
  calmMedian: (calm: string, aside: string, change: string) => string;
  /** A part that ends with a digit is kept apart from the figures after it. */
  calmShare: (calm: string, part: string, change: string) => string;
  withinNoise: string;
  tooFewRows: (rows: string, needed: string, inReference: boolean) => string;
  noiseReaches: (bound: string) => string;
  levelsTooRare: string;
  /** `repeated` where they are fewer than the rows, and were not in the reference. */
  identifierLike: (distinct: string, rows: string, repeated: boolean) => string;
  constant: (value: string) => string;
  constantBefore: (share: string) => string;
  timeSpan: (oldest: string, newest: string) => string;
  /** Points in time that are out of time: no newer ones, and how many were expected; how many too old, and too new. */
  overdue: (newest: string, share: string) => string;
  earlier: (share: string) => string;
  later: (share: string) => string;
  noReference: string;
  noRows: string;
  allMissing: string;
  notFound: string;
  typeChanged: (reference: string, current: string) => string;
  typeChangedShort: (reference: string, current: string) => string;
  failed: string;

  /** "44 % of the index from values ≥ 16.6 k". */
  ofIndexFrom: (share: string, part: string) => string;
  /** "88 % of the index", said of what was just named. */
  ofIndex: (share: string) => string;
  /** The part of the rows that a bin holds. */
  missingValues: string;
  infiniteValues: string;
  otherLevels: string;
  pointValue: (value: string, zero: boolean) => string;
  allValues: string;
  /** `bound` is "≥ 16.6 k" or "< 3.1 k". */
  valuesBeyond: (bound: string) => string;
  valuesBetween: (low: string, high: string) => string;

  /** Spoken: "population stability index 0.21". */
  indexIs: (index: string) => string;
  limitsAre: (watch: string, shifted: string) => string;
  noiseUpTo: (bound: string) => string;
  /** By how many points another part than the index moved, and whether that is more. */
  partMoved: Record<Exclude<keyof PartVerdicts, "index">, (points: string, more: boolean) => string>;
}
