import type { DriftWords } from "./drift-words.js";

/** " and 2 more" */
const andMore = (others: number): string => (others > 0 ? ` and ${others} more` : "");

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** English. */
export const en: DriftWords = {
  locale: "en-GB",
  scales: [
    { divisor: 1e9, written: "\u00a0bn", spoken: " billion", decimals: 1 },
    { divisor: 1e6, written: "\u00a0M", spoken: " million", decimals: 1 },
    { divisor: 1e3, written: "\u00a0k", spoken: " thousand", decimals: 1 },
  ],
  written: {
    percent: "\u00a0%",
    points: "\u00a0pp",
    atLeast: (value) => `≥\u00a0${value}`,
    atMost: (value) => `≤\u00a0${value}`,
    below: (value) => `<\u00a0${value}`,
    change: (from, to, suffix) => `${from}\u00a0→\u00a0${to}${suffix}`,
  },
  spoken: {
    percent: " %",
    points: " points",
    atLeast: (value) => `of at least ${value}`,
    atMost: (value) => `up to ${value}`,
    below: (value) => `below ${value}`,
    change: (from, to, suffix) => `${from} to ${to}${suffix}`,
  },
  verdicts: {
    stable: "stable",
    watch: "watch",
    shifted: "shifted",
    unknown: "unknown",
    broken: "broken",
  },
  kinds: {
    numeric: "numbers",
    categorical: "text",
    boolean: "true or false",
    datetime: "dates",
    unknown: "no values",
  },
  stop: ".",
  gap: " ",
  semicolon: "; ",
  comma: ", ",
  colon: ": ",
  capital,

  aside: (value, zero) => (zero ? ", zeros aside" : `, ${value ?? "frequent values"} aside`),
  higher: (aside, change) => `Higher${aside}: median ${change}`,
  lower: (aside, change) => `Lower${aside}: median ${change}`,
  wider: (aside, change) => `Wider${aside}: the middle 90\u00a0% spans ${change}`,
  narrower: (aside, change) => `Narrower${aside}: the middle 90\u00a0% spans ${change}`,
  reshaped: "Reshaped, median and spread as before",
  more: (part, change) => `More ${part}: ${change}`,
  less: (part, change) => `Fewer ${part}: ${change}`,
  gone: (level, was, others) => `Gone: ${level}${was === null ? "" : ` (was ${was})`}${andMore(others)}`,
  appeared: (level, share, others) => `new: ${level}${share === null ? "" : ` ${share}`}${andMore(others)}`,
  missing: (change) => `Missing ${change}`,
  restAsBefore: "the rest as before",
  restTooFewRows: "too few rows for the rest",
  unseen: (share, expected) => `Levels unknown to the reference ${share}, ${expected} expected`,
  asBefore: "As before",
  littleChanged: "Little changed",
  calmMedian: (calm, aside, change) => `${calm}${aside}: median ${change}`,
  calmShare: (calm, part, change) => `${calm}: ${part} ${change}`,
  withinNoise: "no more than chance among so many features",
  tooFewRows: (rows, needed, inReference) =>
    `Too few rows${inReference ? " in the reference" : ""}: ${rows}, at least ${needed} are needed`,
  noiseReaches: (bound) => `Too few rows: noise reaches ${bound}`,
  levelsTooRare: "Every level is too rare for a bin of its own",
  identifierLike: (distinct, rows) =>
    `An identifier or free text: ${distinct} different values in ${rows} rows`,
  constant: (value) => `Every value is ${value}`,
  constantBefore: (share) => `in the reference ${share} were`,
  timeSpan: (oldest, newest) => (oldest === newest ? oldest : `From ${oldest} to ${newest}`),
  noReference: "Nothing to compare with",
  noRows: "No rows",
  allMissing: "Every value is missing",
  notFound: "The data has no such column",
  typeChanged: (reference, current) => `${capital(reference)} in the reference, ${current} now`,
  typeChangedShort: (reference, current) => `Type changed: ${reference}\u00a0→\u00a0${current}`,
  failed: "The analysis failed",

  ofIndexFrom: (share, part) => `${share} of the index from ${part}`,
  ofIndex: (share) => `${share} of the index`,
  missingValues: "missing values",
  infiniteValues: "infinite values",
  otherLevels: "other levels",
  pointValue: (value, zero) => (zero ? "zeros" : `values of ${value}`),
  allValues: "other values",
  valuesBeyond: (bound) => `values\u00a0${bound}`,
  valuesBetween: (low, high) => `values from ${low} to ${high}`,

  indexIs: (index) => `population stability index ${index}`,
  limitsAre: (watch, shifted) => `watch from ${watch}, shifted from ${shifted}`,
  noiseUpTo: (bound) => `noise up to ${bound}`,
  missingChanged: (points, more) => `missing ${points} ${more ? "more" : "less"}`,
  unseenExcess: (points) => `levels unknown to the reference ${points} more than expected`,
};
