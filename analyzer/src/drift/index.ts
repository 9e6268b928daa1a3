export * from "./drift-between.js";
export * from "./measure-drift.js";
export * from "./recompute.js";

export * from "./bins/bin-rules.js";
export * from "./bins/feature-counts.js";
export * from "./bins/level-cut.js";

export * from "./measures/chi-squared-test.js";
export * from "./measures/compare-bins.js";
export * from "./measures/hellinger-distance.js";
export * from "./measures/jensen-shannon-distance.js";
export * from "./measures/kolmogorov-smirnov-statistic.js";
export * from "./measures/largest-share-difference.js";
export * from "./measures/metric-value.js";
export * from "./measures/population-stability-index.js";
export * from "./measures/wasserstein-distance.js";

export * from "./noise/benjamini-hochberg.js";
export * from "./noise/chi-squared.js";
export * from "./noise/noise-bound.js";
export * from "./noise/noise-p-value.js";
export * from "./noise/pointwise-band.js";
export * from "./noise/share-noise.js";

export * from "./verdict/adjust-and-judge.js";
export * from "./verdict/time-counts.js";
export { LEAST_ROWS } from "./verdict/judge-index.js";
export * from "./verdict/told-index.js";
export * from "./verdict/unjudged.js";
export * from "./verdict/worst-part.js";

export * from "./finding/finding-of-counts.js";
export * from "./finding/finding-of.js";
export * from "./finding/is-identifier-like.js";

export * from "./sentences/leading-part.js";
export * from "./sentences/say-finding.js";
export * from "./sentences/speak-verdict.js";
export type { SayOptions } from "./sentences/speaker.js";

export type { ValueScale } from "./words/drift-words.js";
export { addDriftWords, primarySubtag, wordsFor as driftWordsFor } from "./words/words-for.js";
export { zhHans as driftInChinese } from "./words/zh-hans.js";

export { formatDate, formatStamp, formatTime } from "./format/format-date.js";
export * from "./format/format-index.js";
export * from "./format/format-number.js";
export * from "./format/format-share.js";
export * from "./format/format-value.js";
export * from "./format/format-window.js";
export { quoteLevel } from "./format/quote-level.js";
export * from "./format/value-scale.js";

export * from "./runs/rank-features.js";
export * from "./runs/rhythm-runs.js";
export * from "./runs/run-rhythm.js";
export * from "./runs/since-when.js";
export * from "./runs/since.js";
export * from "./runs/summarize-features.js";
export * from "./runs/usual-range.js";
