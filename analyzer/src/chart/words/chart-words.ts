/**
 * All words of a chart in one language. A further language is one more file of this shape, listed in `add-every-language.ts`.
 * Figures come formatted.
 */
export interface ChartWords {
  current: string;
  reference: string;
  /** Where there is little room. */
  referenceShort: string;
  missing: string;
  infinite: string;
  ofWhichNaN: (share: string) => string;
  /** Levels of a boolean feature. */
  levels: Readonly<Record<string, string>>;
  new: string;
  gone: string;
  other: (levels: string) => string;
  delta: string;
  deltaNarrow: string;
  /** Whether the head of the delta column carries the unit of its figures. */
  deltaHasUnit: boolean;

  shareOfAllRows: string;
  shareOfAllRowsNarrow: string;
  sharePerBin: string;
  /** `rows`: what the reference is scaled to; null where there is none. */
  countPerBin: (rows: string | null) => string;
  logarithmic: string;
  /** `points`: "0: 60 %", each frequent value with its share. */
  drawn: (share: string, points: readonly string[]) => string;
  quantiles: string;
  difference: string;
  /** Both sides by their names. */
  differenceCaption: (current: string, reference: string) => string;
  differenceCaptionNarrow: (current: string, reference: string) => string;
  /** After such a caption: what the missing share does to all bars, as they are shares of all rows. */
  differenceByMissing: (points: string) => string;
  index: string;
  indexCaption: (index: string) => string;
  indexCaptionNarrow: string;
  /** @param bound null where there is no noise to compare with, as with one bin */
  indexWithinNoise: (index: string, bound: string | null) => string;
  below: (value: string) => string;
  above: (value: string) => string;
  figure: (label: string, share: string) => string;
  withReference: (current: string, reference: string) => string;
  expectedDots: string;
  dots: string;
  nothing: string;
  /** Of an identifier or free text: different values, and rows with a value. */
  differentValues: (distinct: string, rows: string) => string;
  identifierLike: string;

  shareOfRows: (most: string) => string;
  deltaPoints: string;
  ofIndex: string;
  bracketed: (reference: string) => string;
  /** What bar, tick and hollow bars are. */
  levelsCaption: (current: string, reference: string) => string;
  /** What the bracket holds together. */
  bracketCaption: string;
  lessThan: (share: string) => string;

  atLeast: (value: string) => string;
  between: (low: string, high: string) => string;
  binOf: (number: string, count: string, range: string) => string;
  levelOf: (number: string, count: string, label: string) => string;
  sideIs: (side: string, figure: string) => string;
  more: (points: string) => string;
  less: (points: string) => string;
  noDifference: string;
  beyondNoise: string;
  withinNoise: string;
  shareOfIndexIs: (share: string) => string;
  comma: string;
  stop: string;
  colon: string;
}
