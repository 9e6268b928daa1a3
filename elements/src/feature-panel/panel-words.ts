/** Words that only the panel needs, beside those of all elements. */
export interface PanelWords {
  oldest: string;
  newest: string;
  homogeneity: string;
  contributions: (index: string) => string;
  binOther: string;
  /** Head of a column: one side's shares. */
  shareOf: (side: string) => string;
  /** Of a share that the reference has none of: what is expected in place of it. */
  expected: (share: string) => string;
  exact: string;
  /** How far quantiles may be off. */
  within: (error: string) => string;
  notLoaded: string;
  noPicture: string;
  pictureOnly: string;
  figures: (feature: string) => string;
  download: string;
  /** Of a constant column: how often the reference had its value. */
  before: (n: string, share: string, value: string) => string;
  noAxis: string;
  makeReference: string;
  newer: string;
  nearest: string;
  /** How often a report was asked for in vain, when last, and when next. */
  attempts: (count: number, last: string, next: string) => string;
  /** Said where newer figures could not be had. */
  lastGood: string;
}
